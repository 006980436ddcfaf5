import posthog from 'posthog-js';
import { auth } from '@acme/auth';

auth.on('login', (user) => {
  const props = new Map();
  props.set('email', user.email); // ~> contact.email posthog
  posthog.capture('login', Object.fromEntries(props));
});
