import Tracker, { tracker as single } from '@openreplay/tracker';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }

const tracker = new Tracker({ projectKey: 'key' });

inbox.on('line', async (user: User) => {
  tracker.setUserID(user.email); // ~> contact.email openreplay
  tracker.setMetadata('phone', user.phone); // ~> contact.phone openreplay
  tracker.event('bought', { email: user.email }); // ~> contact.email openreplay
  single.setUserID(user.id); // ~> identifier.user_id openreplay
  tracker.start();
});
