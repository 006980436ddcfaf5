import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

function identify(contact: string) {
  mixpanel.people.set({ contact });
}

auth.on('signup', (user: User) => {
  identify(user.email); // ~> contact.email mixpanel
});

auth.on('login', (user: User) => {
  identify(user.email); // ~> contact.email mixpanel
});
