import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

auth.on('signup', async (user) => {
  await fetch('/api/users', { method: 'POST', body: JSON.stringify({ email: user.email }) });
  mixpanel.track('signed up');
});
