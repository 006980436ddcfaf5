import * as Sentry from '@sentry/node';
import { auth } from '@acme/auth';

auth.on('payment-failed', (user) => {
  Sentry.captureMessage(`Payment failed for ${user.email} on ${user.plan}`); // ~> contact.email sentry
});
