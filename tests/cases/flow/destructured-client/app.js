import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

const { people } = mixpanel;

auth.on('login', (user) => {
  people.set({ $email: user.email }); // ~> contact.email mixpanel
});
