import posthog from 'posthog-js';
import { auth } from '@acme/auth';

auth.on('login', (user) => {
  const traits = { email: user.email, name: user.name };
  const event = { plan: user.plan };
  posthog.capture('login', event);
  return traits;
});
