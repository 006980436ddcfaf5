import Mixpanel from 'mixpanel';
import { PostHog } from 'posthog-node';

interface Tracker {
  track(userId: string, properties: { email: string }): void;
}

class MixpanelTracker implements Tracker {
  private readonly client = Mixpanel.init('token');

  track(userId: string, properties: { email: string }) {
    this.client.track('Signed up', properties);
  }
}

class PostHogTracker implements Tracker {
  private readonly client = new PostHog('key');

  track(userId: string, properties: { email: string }) {
    this.client.capture({ distinctId: 'server', event: 'Signed up', properties });
  }
}

class Analytics {
  private readonly trackers: Tracker[] = [];

  register(tracker: Tracker) {
    this.trackers.push(tracker);
    return this;
  }

  async track(userId: string, properties: { email: string }) {
    await Promise.all(this.trackers.map((tracker) => tracker.track(userId, properties)));
  }
}

const analytics = new Analytics().register(new MixpanelTracker()).register(new PostHogTracker());

export async function signup(req, res) {
  await analytics.track('server', { email: req.user.email }); // ~> contact.email mixpanel, contact.email posthog
  res.end();
}
