import { identifyUser } from './lib/analytics';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

auth.on('login', (user: User) => {
  identifyUser(user.email, user.name); // ~> contact.email mixpanel, identity.name mixpanel
});
