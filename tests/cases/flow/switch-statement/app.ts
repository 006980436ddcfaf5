import posthog from 'posthog-js';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

auth.on('login', (user: User, kind: string) => {
  let label = '';
  switch (kind) {
    case 'mail':
      label = user.email; // ~> contact.email posthog
      break;
    case 'plan':
      label = user.plan;
      break;
    default:
      label = 'none';
  }
  posthog.capture('login', { label });
});
