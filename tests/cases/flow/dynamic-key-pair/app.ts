import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

function setProperty(key: string, value: string) {
  mixpanel.people.set(key, value);
}

auth.on('login', (account: { contact: string; plan: string }) => {
  setProperty('$email', account.contact); // ~> contact.email mixpanel
  setProperty('plan', account.plan);
});
