import express from 'express';
import Mixpanel from 'mixpanel';

const client = Mixpanel.init('token');
const app = express();

function send(properties: any) {
  const kept: any = Object.fromEntries(Object.entries(properties).filter(([key]) => key !== 'password'));
  client.track('sign up', { who: kept.address });
}

app.post('/signup', (req, res) => {
  send({ address: req.body.email, plan: 'free' }); // ~> contact.email mixpanel
  res.end();
});
