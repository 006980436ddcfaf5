import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

auth.on('login', (user) => {
  mixpanel.identify(user.email); // ~> contact.email mixpanel
});
