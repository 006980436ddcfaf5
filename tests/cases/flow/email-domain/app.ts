import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

auth.on('login', (user: User) => {
  const host = user.email.split('@')[1]; // ~> work.organization mixpanel
  mixpanel.track('login', { host });
});
