import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

function identifyUser(user: User) {
  mixpanel.people.set({ $email: user.email, plan: user.plan });
}

auth.on('login', (user: User) => {
  identifyUser(user); // ~> contact.email mixpanel
});
