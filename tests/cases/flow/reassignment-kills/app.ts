import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

auth.on('login', (user: User) => {
  let label = user.email;
  console.log(label);
  label = 'signed-in';
  mixpanel.track('login', { label });
});
