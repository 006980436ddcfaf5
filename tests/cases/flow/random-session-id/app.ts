import { randomUUID } from 'node:crypto';
import { Analytics } from '@segment/analytics-node';
import { PostHog } from 'posthog-node';

const posthog = new PostHog('key');

export class Telemetry {
  private session = Math.random().toString(); // ~> identifier.session_id google-analytics
  private client = new Analytics({ writeKey: 'key' });

  async run() {
    await fetch('https://www.google-analytics.com/mp/collect', {
      method: 'POST',
      body: JSON.stringify({ session_id: this.session, request_id: randomUUID() }),
    });
    this.client.track({ event: 'run', anonymousId: randomUUID(), messageId: randomUUID() }); // ~> identifier.pseudonymous_id segment
    posthog.capture({ distinctId: randomUUID(), event: 'run' });
  }
}

export function handler() {
  return new Telemetry().run();
}
