import Mixpanel from 'mixpanel';
import express from 'express';
import { loadUser } from './users';

interface User { id: string; email: string; name: string; phone: string; orgId: string; plan: string }

const client = Mixpanel.init('token', { geolocate: false });
const app = express();

app.post('/orders', async (req, res) => {
  const user: User = await loadUser(req.body.token);
  client.track('Bought', { distinct_id: user.id, email: user.email, plan: user.plan }); // ~> identifier.user_id mixpanel, contact.email mixpanel
  client.track('Bought', { distinct_id: 'server', ip: req.ip }); // ~> identifier.ip_address mixpanel
  client.track_batch([{ event: 'Bought', properties: { distinct_id: user.id } }]); // ~> identifier.user_id mixpanel
  client.import('Bought', new Date(), { email: user.email }); // ~> contact.email mixpanel
  client.import_batch([{ event: 'Bought', properties: { time: 1, email: user.email } }]); // ~> contact.email mixpanel
  client.alias(user.id, 'device'); // ~> identifier.user_id mixpanel
  client.people.set(user.id, { $email: user.email }); // ~> identifier.user_id mixpanel, contact.email mixpanel
  client.people.set('server', '$name', user.name); // ~> identity.name mixpanel
  client.people.set('server', { plan: user.plan }, { $ip: req.ip }); // ~> identifier.ip_address mixpanel
  client.people.set_once('server', { $phone: user.phone }); // ~> contact.phone mixpanel
  client.people.set_once('server', '$phone', user.phone); // ~> contact.phone mixpanel
  client.people.append('server', 'emails', user.email); // ~> contact.email mixpanel
  client.people.union('server', { emails: [user.email] }); // ~> contact.email mixpanel
  client.people.remove('server', { emails: user.email }); // ~> contact.email mixpanel
  client.people.increment(user.id, 'orders', 1); // ~> identifier.user_id mixpanel
  client.people.track_charge(user.id, 25); // ~> identifier.user_id mixpanel
  client.people.unset(user.id, 'plan'); // ~> identifier.user_id mixpanel
  client.groups.set('org', user.orgId, { seats: 3 }); // ~> identifier.org_id mixpanel
  client.groups.set('org', 'acme', 'email', user.email); // ~> contact.email mixpanel
  client.groups.set_once('org', 'acme', { email: user.email }); // ~> contact.email mixpanel
  client.groups.union('org', 'acme', { emails: [user.email] }); // ~> contact.email mixpanel
  client.groups.remove('org', 'acme', { emails: user.email }); // ~> contact.email mixpanel
  client.track('Plan chosen', { distinct_id: 'server', plan: user.plan });
  res.send('ok');
});
