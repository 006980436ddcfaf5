import * as Sentry from '@sentry/node';
import { auth } from '@acme/auth';
import { verify } from '@acme/verify';

interface User { id: string; email: string; name: string; plan: string }

auth.on('signup', async (user: User) => {
  const valid: boolean = await verify(user.email);
  if (!valid) Sentry.captureException(new Error('address not valid'), { tags: { step: 'signup' } });
});
