const { PostHog } = require('posthog-node');
const { session } = require('@acme/session');

const posthog = new PostHog(process.env.POSTHOG_KEY);

process.on('SIGTERM', () => {
  const { user } = session.current();
  posthog.capture({ distinctId: 'worker', event: 'stopped', properties: { operator: user.email } }); // ~> contact.email posthog
});
