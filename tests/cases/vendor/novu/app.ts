import { Novu } from '@novu/api';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }

const novu = new Novu({ secretKey: 'key' });

inbox.on('line', async (user: User) => {
  await novu.trigger({ workflowId: 'a', to: { subscriberId: user.id, email: user.email }, payload: { phone: user.phone } }); // ~> contact.email novu, contact.phone novu, identifier.user_id novu
  await novu.subscribers.create({ subscriberId: user.id, email: user.email }); // ~> contact.email novu, identifier.user_id novu
  await novu.subscribers.createBulk({ subscribers: [{ subscriberId: user.id, email: user.email }] }); // ~> contact.email novu, identifier.user_id novu
});
