import { PostHog } from 'posthog-node';
import express from 'express';
import { loadUser } from './users';

interface User { id: string; email: string; phone: string; orgId: string; plan: string }

const client = new PostHog('key', { host: 'https://us.i.posthog.com' });
const app = express();

app.post('/orders', async (req, res) => {
  const user: User = await loadUser(req.body.token);
  client.capture({ distinctId: user.id, event: 'bought', properties: { email: user.email } }); // ~> identifier.user_id posthog, contact.email posthog
  client.capture({ distinctId: 'server', event: 'bought', properties: { $ip: req.ip } }); // ~> identifier.ip_address posthog
  client.captureImmediate({ distinctId: user.id, event: 'bought' }); // ~> identifier.user_id posthog
  client.identify({ distinctId: user.id, properties: { email: user.email } }); // ~> identifier.user_id posthog, contact.email posthog
  client.setPersonProperties({ distinctId: 'server', properties: { phone: user.phone } }); // ~> contact.phone posthog
  client.alias({ distinctId: user.id, alias: 'device' }); // ~> identifier.user_id posthog
  client.groupIdentify({ groupType: 'company', groupKey: user.orgId, properties: { contact: user.email } }); // ~> identifier.org_id posthog, contact.email posthog
  client.captureException(new Error('failed'), user.id, { email: user.email }); // ~> identifier.user_id posthog, contact.email posthog
  client.withContext({ distinctId: user.id }, () => res.send('ok')); // ~> identifier.user_id posthog
  client.isFeatureEnabled('beta', user.id, { personProperties: { email: user.email } }); // ~> identifier.user_id posthog, contact.email posthog
  client.getFeatureFlag('beta', user.id); // ~> identifier.user_id posthog
  client.getAllFlags(user.id); // ~> identifier.user_id posthog
  client.logger.info('bought', { email: user.email }); // ~> contact.email posthog
  client.capture({ distinctId: 'server', event: 'plan_chosen', properties: { plan: user.plan } });
});
