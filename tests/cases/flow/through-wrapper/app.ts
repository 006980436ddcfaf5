import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

function setContact(value: string) {
  mixpanel.people.set({ $email: value });
}

auth.on('login', (user: User) => {
  setContact(user.email); // ~> contact.email mixpanel
});
