import mixpanel, { type Mixpanel } from 'mixpanel-browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

function setContact(client: Mixpanel, email: string) {
  client.people.set({ $email: email });
}

auth.on('login', (user: User) => {
  setContact(mixpanel, user.email); // ~> contact.email mixpanel
});
