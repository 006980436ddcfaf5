import { EventEmitter } from 'node:events';
import express from 'express';
import { PostHog } from 'posthog-node';

const bus = new EventEmitter();
const posthog = new PostHog(process.env.POSTHOG_KEY!);

bus.on('signup', (address: string) => {
  posthog.capture({ distinctId: 'api', event: 'signup', properties: { email: address } });
});

const app = express();
app.post('/signup', (req, res) => {
  bus.emit('signup', req.body.email); // ~> contact.email posthog
  res.sendStatus(201);
});
