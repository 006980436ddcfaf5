import { Analytics } from '@segment/analytics-node';
import Default from '@segment/analytics-node';
import Legacy from 'analytics-node';
import express from 'express';
import { loadUser } from './users';

interface User { id: string; email: string; firstName: string; phone: string; orgId: string; plan: string }

const analytics = new Analytics({ writeKey: 'key' });
const byDefault = new Default({ writeKey: 'key' });
const legacy = new Legacy('key', { flushAt: 1 });
const app = express();

app.post('/orders', async (req, res) => {
  const user: User = await loadUser(req.body.token);
  analytics.identify({ userId: user.id, traits: { email: user.email, firstName: user.firstName } }); // ~> identifier.user_id segment, contact.email segment, identity.first_name segment
  analytics.track({ userId: user.id, event: 'Bought', properties: { phone: user.phone } }); // ~> identifier.user_id segment, contact.phone segment
  analytics.track({ anonymousId: 'server', event: 'Bought', context: { ip: req.ip } }); // ~> identifier.ip_address segment
  analytics.page({ userId: user.id, name: 'Orders' }); // ~> identifier.user_id segment
  analytics.screen({ userId: user.id, name: 'Orders' }); // ~> identifier.user_id segment
  analytics.group({ userId: 'server', groupId: user.orgId, traits: { email: user.email } }); // ~> identifier.org_id segment, contact.email segment
  analytics.alias({ userId: user.id, previousId: 'anonymous' }); // ~> identifier.user_id segment
  byDefault.identify({ userId: user.id }); // ~> identifier.user_id segment
  legacy.identify({ userId: user.id, traits: { email: user.email } }); // ~> identifier.user_id segment, contact.email segment
  legacy.enqueue('track', { userId: user.id, event: 'Bought' }); // ~> identifier.user_id segment
  analytics.track({ anonymousId: 'server', event: 'Plan chosen', properties: { plan: user.plan } });
  res.send('ok');
});
