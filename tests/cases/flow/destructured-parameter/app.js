import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

function identify({ email: address, plan }) {
  mixpanel.people.set({ $email: address, plan });
}

auth.on('login', (user) => {
  identify(user); // ~> contact.email mixpanel
});
