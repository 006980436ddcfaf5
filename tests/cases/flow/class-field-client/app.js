import { Analytics } from '@segment/analytics-node';
import { auth } from '@acme/auth';

class Telemetry {
  initialize(writeKey) {
    this.segment = new Analytics({ writeKey });
  }

  identify(email) {
    this.segment.identify({ userId: 'service', traits: { email } });
  }
}

const telemetry = new Telemetry();
telemetry.initialize(process.env.SEGMENT_KEY);
auth.on('login', (user) => {
  telemetry.identify(user.email); // ~> contact.email segment
});
