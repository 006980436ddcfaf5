import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

const setContact = (value) => mixpanel.people.set({ $email: value });

auth.on('login', (user) => {
  setContact(user.email); // ~> contact.email mixpanel
});
