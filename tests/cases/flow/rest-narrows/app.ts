import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

function withoutContact({ email, name, ...rest }: User) {
  return rest;
}

auth.on('login', (user: User) => {
  mixpanel.people.set(withoutContact(user)); // ~> identifier.user_id mixpanel
});
