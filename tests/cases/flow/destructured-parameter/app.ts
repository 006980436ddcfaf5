import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

function identify({ email: address, plan }: User) {
  mixpanel.people.set({ $email: address, plan });
}

auth.on('login', (user: User) => {
  identify(user); // ~> contact.email mixpanel
});
