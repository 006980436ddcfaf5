import { trackEvent, trackPageview } from '@simpleanalytics/next';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string }

auth.on('login', (user: User) => {
  trackEvent('login', { email: user.email }); // ~> contact.email simple-analytics
  trackPageview(`/users/${user.phone}`); // ~> contact.phone simple-analytics
  trackEvent('plan', { plan: 'gold' });
});
