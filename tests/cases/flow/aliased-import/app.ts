import { setUser as remember } from '@sentry/browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

auth.on('login', (user: User) => {
  remember({ email: user.email }); // ~> contact.email sentry
});
