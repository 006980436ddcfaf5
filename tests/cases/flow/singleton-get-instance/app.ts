import { PostHog } from 'posthog-node';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

class Telemetry {
  private static instance: Telemetry;
  private readonly client: PostHog;

  private constructor() {
    this.client = new PostHog(process.env.POSTHOG_KEY!);
  }

  static getInstance(): Telemetry {
    if (!Telemetry.instance) Telemetry.instance = new Telemetry();
    return Telemetry.instance;
  }

  capture(distinctId: string, event: string, properties: Record<string, unknown>) {
    this.client.capture({ distinctId, event, properties });
  }
}

auth.on('signup', (user: User) => {
  Telemetry.getInstance().capture('server', 'signed up', { email: user.email }); // ~> contact.email posthog
});
