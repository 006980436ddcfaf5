const express = require('express');
const { PostHog } = require('posthog-node');

function createServices() {
  return { posthog: new PostHog(process.env.POSTHOG_KEY), clock: Date };
}

const services = createServices();
const app = express();

app.post('/signup', (req, res) => {
  services.posthog.capture({ distinctId: 'api', event: 'signup', properties: { email: req.body.email } }); // ~> contact.email posthog
  res.sendStatus(201);
});
