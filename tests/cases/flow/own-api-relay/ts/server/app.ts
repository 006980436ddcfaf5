import express from 'express';
import { PostHog } from 'posthog-node';

const posthog = new PostHog(process.env.POSTHOG_KEY!);
const app = express();

app.post('/telemetry/identify', (req, res) => {
  posthog.identify({ distinctId: 'web', properties: { email: req.body.email } }); // ~> contact.email posthog
  res.sendStatus(204);
});
