import * as Sentry from '@sentry/node';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

auth.on('payment-failed', (user: User) => {
  Sentry.captureMessage(`Payment failed for ${user.email} on ${user.plan}`); // ~> contact.email sentry
});
