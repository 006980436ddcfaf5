import { Analytics } from '@segment/analytics-node';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

const analytics = new Analytics({ writeKey: process.env.SEGMENT_KEY! });

auth.on('signup', (user: User) => {
  const traits = {
    email: user.email, // ~> contact.email segment
    name: user.name, // ~> identity.name segment
    plan: user.plan,
  };
  const message = { userId: 'system', traits };
  analytics.identify(message);
});
