import RudderAnalytics from '@expo/rudder-sdk-node';
import { auth } from '@acme/auth';

interface User { id: string; email: string }

const client = new RudderAnalytics('key', 'https://acme.dataplane.rudderstack.com', { flushInterval: 300 });

auth.on('login', (user: User) => {
  client.identify({ userId: user.id, anonymousId: 'a', traits: { email: user.email } }); // ~> identifier.user_id rudderstack, contact.email rudderstack
  client.track({ event: 'login', userId: user.id, properties: { source: 'cli' } }); // ~> identifier.user_id rudderstack
});
