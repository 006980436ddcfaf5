import posthog from 'posthog-js';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

auth.on('login', (user: User) => {
  posthog.setPersonProperties(user); // ~> identifier.user_id posthog, contact.email posthog, identity.name posthog
});
