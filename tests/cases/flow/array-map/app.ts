import posthog from 'posthog-js';
import { team } from '@acme/team';

interface User { id: string; email: string; name: string; plan: string }

team.on('invite', (users: User[]) => {
  const recipients = users.filter((user) => user.plan === 'pro').map((user) => user.email); // ~> contact.email posthog
  posthog.capture('invited', { recipients });
});
