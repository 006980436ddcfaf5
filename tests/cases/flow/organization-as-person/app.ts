import { PostHog } from 'posthog-node';
import { repository } from '@acme/store';
import { settings } from '@acme/settings';

const client = new PostHog('key');

export async function handler() {
  const org = await repository('organization').findOneBy({ plan: 'pro' });
  client.capture({ distinctId: org.id, event: 'renewed' }); // ~> identifier.org_id posthog
  client.capture({ distinctId: settings.instanceId, event: 'renewed' }); // ~> identifier.pseudonymous_id posthog
  const owner = await repository('owners').findOneBy({ plan: 'pro' });
  client.capture({ distinctId: owner.key, event: 'renewed' }); // ~> identifier.user_id posthog
}
