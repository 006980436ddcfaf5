import posthog from 'posthog-js';
import { auth } from '@acme/auth';

auth.on('login', (user) => {
  const props = { source: 'web' };
  props.email = user.email; // ~> contact.email posthog
  props['plan'] = user.plan;
  posthog.capture('login', props);
});
