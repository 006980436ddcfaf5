import { init, track, identify, setGroup, Identify, createInstance } from '@amplitude/analytics-node';
import express from 'express';
import { loadUser } from './users';

interface User { id: string; email: string; orgId: string; plan: string }

init('key');
const second = createInstance();
const app = express();

app.post('/orders', async (req, res) => {
  const user: User = await loadUser(req.body.token);
  track('Bought', { email: user.email }, { user_id: user.id }); // ~> contact.email amplitude, identifier.user_id amplitude
  track('Bought', undefined, { user_id: 'server', ip: req.ip }); // ~> identifier.ip_address amplitude
  identify(new Identify().set('email', user.email), { user_id: user.id }); // ~> contact.email amplitude, identifier.user_id amplitude
  setGroup('org', user.orgId, { user_id: 'server' }); // ~> identifier.org_id amplitude
  second.track('Bought', { email: user.email }); // ~> contact.email amplitude
  track('Plan chosen', { plan: user.plan }, { user_id: 'server' });
  res.send('ok');
});
