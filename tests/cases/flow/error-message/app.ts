import * as Sentry from '@sentry/node';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

auth.on('bounce', (user: User) => {
  Sentry.captureException(new Error(`no mailbox for ${user.email}`)); // ~> contact.email sentry
});
