import { PostHog } from 'posthog-node';
import { find } from './store';

const posthog = new PostHog('key');

export async function retire() {
  const space = await find();
  const slug = `retired__${space.deletedAt.getTime()}`;
  posthog.capture({ distinctId: 'server', event: 'retired', properties: { workspaceName: slug } });
}

retire();
