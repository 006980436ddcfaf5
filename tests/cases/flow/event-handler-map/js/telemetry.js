const { PostHog } = require('posthog-node');
const { EventRelay } = require('./relay');

const client = new PostHog(process.env.POSTHOG_KEY);

class TelemetryRelay extends EventRelay {
  init() {
    this.setupListeners({
      'license-registered': (event) => this.registered(event),
      'user-deleted': (event) => this.deleted(event),
    });
  }
  registered({ email }) {
    client.capture({ distinctId: 'server', event: 'registered', properties: { email } });
  }
  deleted({ user }) {
    client.capture({ distinctId: user.id, event: 'deleted' });
  }
}
exports.TelemetryRelay = TelemetryRelay;
