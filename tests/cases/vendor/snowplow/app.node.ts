import { newTracker, buildStructEvent, buildSelfDescribingEvent } from '@snowplow/node-tracker';
import express from 'express';

const app = express();
const tracker = newTracker({ namespace: 'sp', appId: 'shop' }, { endpoint: 'collector.acme.org' });

app.post('/orders', (req, res) => {
  const user: { id: string; email: string; phone: string } = req.body.user;
  tracker.setUserId(user.id); // ~> identifier.user_id snowplow
  tracker.setIpAddress(req.ip); // ~> identifier.ip_address snowplow
  tracker.track(buildStructEvent({ category: 'orders', action: 'placed', label: user.email })); // ~> contact.email snowplow
  tracker.track(buildSelfDescribingEvent({ event: { schema: 'iglu:org.acme/order/jsonschema/1-0-0', data: { phone: user.phone } } })); // ~> contact.phone snowplow
  res.send('ok');
});
