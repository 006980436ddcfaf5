import posthog from 'posthog-js';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

class Tracker {
  capture(event: string, props: Record<string, unknown>) {
    posthog.capture(event, props);
  }
}

class WebTracker extends Tracker {
  override capture(event: string, props: Record<string, unknown>) {
    super.capture(`web ${event}`, { ...props, app: 'web' });
  }
}

const tracker = new WebTracker();
auth.on('login', (user: User) => {
  tracker.capture('login', { email: user.email }); // ~> contact.email posthog
});
