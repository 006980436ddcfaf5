import mixpanel from 'mixpanel-browser';
import { store } from '@acme/store';

interface User { id: string; email: string; name: string; plan: string }

const currentUser = (): User => store.get('user');

function identify(
  email: string = currentUser().email, // ~> contact.email mixpanel
) {
  mixpanel.people.set({ $email: email });
}

store.on('ready', () => identify());
