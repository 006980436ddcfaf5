import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

auth.on('login', (user: User) => {
  let contact = 'none';
  if (user.plan === 'pro') {
    contact = user.email; // ~> contact.email mixpanel
  } else {
    contact = user.name; // ~> identity.name mixpanel
  }
  mixpanel.track('login', { contact });
});
