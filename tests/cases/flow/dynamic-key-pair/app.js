import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

function setProperty(key, value) {
  mixpanel.people.set(key, value);
}

auth.on('login', (account) => {
  setProperty('$email', account.contact); // ~> contact.email mixpanel
  setProperty('plan', account.plan);
});
