import { PostHog } from 'posthog-node';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

class Telemetry {
  #client = new PostHog(process.env.POSTHOG_KEY!);

  signup(email: string) {
    this.#client.capture({ distinctId: 'api', event: 'signup', properties: { email } });
  }
}

const telemetry = new Telemetry();
auth.on('signup', (user: User) => {
  telemetry.signup(user.email); // ~> contact.email posthog
});
