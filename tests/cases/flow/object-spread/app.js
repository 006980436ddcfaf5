import posthog from 'posthog-js';
import { auth } from '@acme/auth';

auth.on('login', (user) => {
  const identity = { email: user.email }; // ~> contact.email posthog
  posthog.capture('login', { method: 'password', ...identity });
});
