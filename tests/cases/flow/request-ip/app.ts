import express from 'express';
import { PostHog } from 'posthog-node';

const posthog = new PostHog(process.env.POSTHOG_KEY!);
const app = express();

app.get('/', (req, res) => {
  posthog.capture({ distinctId: 'api', event: 'visit', properties: { from: req.ip } }); // ~> identifier.ip_address posthog
  res.send('ok');
});
