import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

auth.on('login', (user) => {
  const args = ['login', { email: user.email }]; // ~> contact.email mixpanel
  mixpanel.track(...args);
});
