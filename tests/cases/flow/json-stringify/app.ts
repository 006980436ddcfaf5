import posthog from 'posthog-js';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

auth.on('login', (user: User) => {
  posthog.capture('login', { detail: JSON.stringify({ email: user.email, plan: user.plan }) }); // ~> contact.email posthog
});
