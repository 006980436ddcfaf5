import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

auth.on('login', (user: User) => {
  mixpanel.people.set({
    ...(user.email && { $email: user.email }), // ~> contact.email mixpanel
    label: user.name ?? 'unknown', // ~> identity.name mixpanel
    tier: user.plan === 'pro' ? 'paid' : 'free',
  });
});
