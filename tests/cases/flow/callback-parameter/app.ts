import mixpanel from 'mixpanel-browser';
import { store } from '@acme/store';

interface User { id: string; email: string; name: string; plan: string }

function withUser(callback: (user: User) => void) {
  const user: User = store.get('user');
  if (user) callback(user); // ~> contact.email mixpanel
}

function sendProfile(user: User) {
  mixpanel.people.set({ $email: user.email });
}

withUser(sendProfile);
