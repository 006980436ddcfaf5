import express, { type Request } from 'express';
import { Analytics } from '@segment/analytics-node';

const analytics = new Analytics({ writeKey: process.env.SEGMENT_KEY! });

function track(req: Request, event: string) {
  analytics.track({ anonymousId: 'web', event, context: { ip: req.ip } });
}

const app = express();
app.get('/pricing', (req, res) => {
  track(req, 'Pricing seen'); // ~> identifier.ip_address segment
  res.send('ok');
});
