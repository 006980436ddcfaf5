import { identifyUser } from './lib/analytics.js';
import { auth } from '@acme/auth';

auth.on('login', (user) => {
  identifyUser(user.email, user.name); // ~> contact.email mixpanel, identity.name mixpanel
});
