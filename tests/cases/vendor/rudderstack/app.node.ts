import RudderAnalytics from '@rudderstack/rudder-sdk-node';
import express from 'express';
import { loadUser } from './users';

interface User { id: string; email: string; phone: string; orgId: string; plan: string }

const client = new RudderAnalytics('key', { dataPlaneUrl: 'https://hosted.rudderlabs.com' });
const app = express();

app.post('/orders', async (req, res) => {
  const user: User = await loadUser(req.body.token);
  client.identify({ userId: user.id, traits: { email: user.email } }); // ~> identifier.user_id rudderstack, contact.email rudderstack
  client.track({ userId: user.id, event: 'Bought', properties: { phone: user.phone } }); // ~> identifier.user_id rudderstack, contact.phone rudderstack
  client.track({ anonymousId: 'server', event: 'Bought', context: { ip: req.ip } }); // ~> identifier.ip_address rudderstack
  client.page({ userId: user.id, name: 'Orders' }); // ~> identifier.user_id rudderstack
  client.screen({ userId: user.id, name: 'Orders' }); // ~> identifier.user_id rudderstack
  client.group({ userId: 'server', groupId: user.orgId }); // ~> identifier.org_id rudderstack
  client.alias({ userId: user.id, previousId: 'anonymous' }); // ~> identifier.user_id rudderstack
  client.enqueue('track', { userId: user.id, event: 'Bought' }); // ~> identifier.user_id rudderstack
  client.track({ anonymousId: 'server', event: 'Plan chosen', properties: { plan: user.plan } });
  res.send('ok');
});
