import { PostHog } from 'posthog-node';
import express from 'express';

let client: PostHog | null = null;

function getClient(): PostHog {
  client ??= new PostHog(process.env.POSTHOG_KEY!);
  return client;
}

const app = express();
app.post('/signup', (req, res) => {
  getClient().capture({ distinctId: 'api', event: 'signup', properties: { email: req.body.email } }); // ~> contact.email posthog
  res.sendStatus(201);
});
