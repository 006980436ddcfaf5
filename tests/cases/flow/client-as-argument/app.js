import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

function setContact(client, email) {
  client.people.set({ $email: email });
}

auth.on('login', (user) => {
  setContact(mixpanel, user.email); // ~> contact.email mixpanel
});
