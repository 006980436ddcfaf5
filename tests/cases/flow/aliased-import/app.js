import { setUser as remember } from '@sentry/browser';
import { auth } from '@acme/auth';

auth.on('login', (user) => {
  remember({ email: user.email }); // ~> contact.email sentry
});
