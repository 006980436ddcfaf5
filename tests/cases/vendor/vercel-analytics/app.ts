import { inject, track, pageview } from '@vercel/analytics';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; plan: string }

inject({ beforeSend: (event) => event });

auth.on('login', (user: User) => {
  track('login', { email: user.email }); // ~> contact.email vercel-analytics
  track('plan', { plan: user.plan });
  pageview({ path: `/users/${user.phone}` }); // ~> contact.phone vercel-analytics
  window.va('event', { name: 'login', data: { phone: user.phone } }); // ~> contact.phone vercel-analytics
});
