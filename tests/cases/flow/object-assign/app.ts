import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

auth.on('login', (user: User) => {
  const contact = { $email: user.email }; // ~> contact.email mixpanel
  const profile = Object.assign({ plan: user.plan }, contact);
  mixpanel.people.set(profile);
});
