import posthog from 'posthog-js';
import { auth } from '@acme/auth';

auth.on('login', (user) => {
  const props = { email: user.email, plan: user.plan };
  props.email = '[redacted]';
  posthog.capture('login', props);
});
