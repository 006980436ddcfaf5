import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

auth.on('login', (user) => {
  let contact = 'none';
  if (user.plan === 'pro') {
    contact = user.email; // ~> contact.email mixpanel
  } else {
    contact = user.name; // ~> identity.name mixpanel
  }
  mixpanel.track('login', { contact });
});
