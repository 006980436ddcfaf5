import bizSdk from 'facebook-nodejs-business-sdk';
import express from 'express';
import { loadUser } from './users';

interface User { id: string; email: string; phone: string }

const app = express();

app.post('/orders', async (req, res) => {
  const user: User = await loadUser(req.body.token);
  const data = new bizSdk.UserData().setEmail(user.email).setPhone(user.phone).setExternalId(user.id); // ~> contact.email meta, contact.phone meta, identifier.user_id meta
  const event = new bizSdk.ServerEvent().setEventName('Purchase').setUserData(data);
  await new bizSdk.EventRequest('token', '123').setEvents([event]).execute();
  res.send('ok');
});

app.post('/leads', async (req, res) => {
  const user: User = await loadUser(req.body.token);
  const lead = new bizSdk.ServerEvent()
    .setEventName('Lead')
    .setActionSource('website')
    .setUserData(new bizSdk.UserData().setClientIpAddress(req.ip).setEmails([user.email])); // ~> identifier.ip_address meta, contact.email meta
  await new bizSdk.EventRequest('token', '123').setTestEventCode('t').setEvents([lead]).execute();
  res.send('ok');
});
