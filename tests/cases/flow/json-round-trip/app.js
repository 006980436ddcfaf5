import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

auth.on('login', (user) => {
  const profile = { $email: user.email, plan: user.plan }; // ~> contact.email mixpanel
  const copy = JSON.parse(JSON.stringify(profile));
  mixpanel.people.set(copy);
});
