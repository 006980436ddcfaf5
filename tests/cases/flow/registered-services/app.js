import Mixpanel from 'mixpanel';
import { PostHog } from 'posthog-node';

const mixpanel = Mixpanel.init('token');
const posthog = new PostHog('key');

class Analytics {
  constructor() {
    this.trackers = new Map();
  }

  register(name, tracker) {
    this.trackers.set(name, tracker);
  }

  track(properties) {
    for (const tracker of this.trackers.values()) {
      tracker(properties);
    }
  }
}

const analytics = new Analytics();
analytics.register('mixpanel', (properties) => mixpanel.track('Signed up', properties));
analytics.register('posthog', (properties) => posthog.capture({ distinctId: 'server', event: 'x', properties }));

export function signup(req, res) {
  analytics.track({ email: req.user.email }); // ~> contact.email mixpanel, contact.email posthog
  res.end();
}
