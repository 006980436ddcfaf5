import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

auth.on('login', (user) => {
  mixpanel.identify(user.id); // ~> identifier.user_id mixpanel
  mixpanel.people.set({ $email: user.email }); // ~> contact.email mixpanel
  mixpanel.track('Logged in', { plan: user.plan });
});
