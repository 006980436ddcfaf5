const { PostHog } = require('posthog-node');
const { bus } = require('@acme/bus');

const client = new PostHog(process.env.POSTHOG_KEY);

bus.on('license-registered', ({ email }) => {
  client.capture({ distinctId: 'server', event: 'registered', properties: { email } });
});
