import { Analytics } from '@segment/analytics-node';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

class Telemetry {
  private segment?: Analytics;

  initialize(writeKey: string) {
    this.segment = new Analytics({ writeKey });
  }

  identify(email: string) {
    this.segment?.identify({ userId: 'service', traits: { email } });
  }
}

const telemetry = new Telemetry();
telemetry.initialize(process.env.SEGMENT_KEY!);
auth.on('login', (user: User) => {
  telemetry.identify(user.email); // ~> contact.email segment
});
