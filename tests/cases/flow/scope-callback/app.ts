import * as Sentry from '@sentry/node';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

auth.on('failure', (user: User, error: Error) => {
  Sentry.withScope((scope) => {
    scope.setUser({ email: user.email }); // ~> contact.email sentry
    Sentry.captureException(error);
  });
});
