import { Analytics } from '@segment/analytics-node';
import { auth } from '@acme/auth';

interface Customer { profile: { contact: { email: string } } }

const analytics = new Analytics({ writeKey: process.env.SEGMENT_KEY! });

auth.on('login', (customer: Customer) => {
  const { contact } = customer.profile;
  analytics.track({ userId: 'web', event: 'login', properties: { contact: { email: contact.email } } }); // ~> contact.email segment
});
