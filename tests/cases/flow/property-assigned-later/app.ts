import posthog from 'posthog-js';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

auth.on('login', (user: User) => {
  const props: Record<string, string> = { source: 'web' };
  props.email = user.email; // ~> contact.email posthog
  props['plan'] = user.plan;
  posthog.capture('login', props);
});
