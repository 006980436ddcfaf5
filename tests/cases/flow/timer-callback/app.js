import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

auth.on('login', (user) => {
  const email = user.email; // ~> contact.email mixpanel
  setTimeout(() => mixpanel.people.set({ $email: email }), 1000);
});
