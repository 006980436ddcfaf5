import posthog from 'posthog-js';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

auth.on('login', (user: User) => {
  const identity = { email: user.email }; // ~> contact.email posthog
  posthog.capture('login', { method: 'password', ...identity });
});
