import { createHmac } from 'node:crypto';
import { PostHog } from 'posthog-node';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

const posthog = new PostHog(process.env.POSTHOG_KEY!);
const pseudonym = (id: string) => createHmac('sha256', process.env.PEPPER!).update(id).digest('hex');

auth.on('login', (user: User) => {
  posthog.capture({ distinctId: pseudonym(user.id), event: 'login' }); // ~> identifier.pseudonymous_id posthog
});
