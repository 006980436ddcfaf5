import * as Sentry from '@sentry/node';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

auth.on('login', (user: User) => {
  const address = user.email; // ~> contact.email sentry
  const copy = address;
  Sentry.setUser({ email: copy });
});
