import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

auth.on('login', (user) => {
  const contact = { $email: user.email }; // ~> contact.email mixpanel
  const profile = Object.assign({ plan: user.plan }, contact);
  mixpanel.people.set(profile);
});
