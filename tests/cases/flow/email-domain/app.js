import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

auth.on('login', (user) => {
  const host = user.email.split('@')[1]; // ~> work.organization mixpanel
  mixpanel.track('login', { host });
});
