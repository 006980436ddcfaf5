import { identify } from './lib';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

auth.on('login', (user: User) => {
  identify(user.email); // ~> contact.email mixpanel
});
