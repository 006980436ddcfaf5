import { Novu } from '@novu/node';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }

const novu = new Novu('key');

inbox.on('line', async (user: User) => {
  await novu.trigger('a', { to: { subscriberId: user.id, email: user.email }, payload: { phone: user.phone } }); // ~> contact.email novu, contact.phone novu, identifier.user_id novu
  await novu.subscribers.identify(user.id, { email: user.email }); // ~> contact.email novu, identifier.user_id novu
});
