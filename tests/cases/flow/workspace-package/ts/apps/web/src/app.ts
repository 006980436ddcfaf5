import { setPerson } from '@acme/telemetry';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

auth.on('login', (user: User) => {
  setPerson(user.email); // ~> contact.email posthog
});
