import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

auth.on('login', (user) => {
  const pair = [user.plan, user.email]; // ~> contact.email mixpanel
  const [plan, contact] = pair;
  mixpanel.track('login', { plan, contact });
});
