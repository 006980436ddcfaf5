import posthog from 'posthog-js';
import { auth } from '@acme/auth';

auth.on('login', (user) => {
  posthog.capture('login', { detail: JSON.stringify({ email: user.email, plan: user.plan }) }); // ~> contact.email posthog
});
