import { PostHog } from 'posthog-node';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; plan: string }

const client = new PostHog('key');

inbox.on('order', async (user: User) => {
  const span = client.startSpan('order', { attributes: { email: user.email } }); // ~> contact.email posthog
  client.withSpan('order', { attributes: { email: user.email } }, () => {}); // ~> contact.email posthog
  client.startSpan('order', { attributes: { plan: user.plan } });
});
