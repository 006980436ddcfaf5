import * as Sentry from '@sentry/node';
import { auth } from '@acme/auth';
import { save } from '@acme/store';

interface User { id: string; email: string; name: string; plan: string }

auth.on('signup', async (user: User) => {
  try {
    await save(user);
  } catch (error) {
    Sentry.captureException(error, { extra: { email: user.email } }); // ~> contact.email sentry
  } finally {
    console.log('done');
  }
});
