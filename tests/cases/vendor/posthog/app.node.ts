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
  client.identifyImmediate({ distinctId: user.id }); // ~> identifier.user_id posthog
  client.aliasImmediate({ distinctId: user.id, alias: 'device' }); // ~> identifier.user_id posthog
  client.groupIdentifyImmediate({ groupType: 'company', groupKey: user.orgId }); // ~> identifier.org_id posthog
  client.captureAi({ distinctId: user.id, event: '$ai_generation' }); // ~> identifier.user_id posthog
  client.captureAiImmediate({ distinctId: user.id, event: '$ai_generation' }); // ~> identifier.user_id posthog
  client.captureLog({ body: 'bought', attributes: { email: user.email } }); // ~> contact.email posthog
  client.captureExceptionImmediate(new Error('failed'), user.id); // ~> identifier.user_id posthog
  client.enterContext({ distinctId: user.id }); // ~> identifier.user_id posthog
  client.getFeatureFlagResult('beta', user.id); // ~> identifier.user_id posthog
  client.getFeatureFlagPayload('beta', user.id); // ~> identifier.user_id posthog
  client.getAllFlagsAndPayloads(user.id); // ~> identifier.user_id posthog
  client.evaluateFlags(user.id); // ~> identifier.user_id posthog
  client.logger.debug('bought', { email: user.email }); // ~> contact.email posthog
  client.logger.warn('bought', { email: user.email }); // ~> contact.email posthog
  client.logger.error('bought', { email: user.email }); // ~> contact.email posthog
  client.capture({ distinctId: 'server', event: 'plan_chosen', properties: { plan: user.plan } });
});
