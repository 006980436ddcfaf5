import { Analytics } from '@segment/analytics-node';
import { auth } from '@acme/auth';
import { buildTraits, type User } from './traits';

const analytics = new Analytics({ writeKey: process.env.SEGMENT_KEY! });

auth.on('login', (user: User) => {
  const traits = buildTraits(user); // ~> contact.email segment
  analytics.identify({ userId: 'web', traits });
});
