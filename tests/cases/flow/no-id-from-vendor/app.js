import mixpanel from 'mixpanel-browser';
import { db } from '@acme/db';
import { auth } from '@acme/auth';

auth.on('login', async (user) => {
  const distinctId = mixpanel.get_distinct_id();
  await db.update('users', { email: user.email, distinctId });
});
