import Courier from '@trycourier/courier';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }

const courier = new Courier({ apiKey: 'key' });

inbox.on('line', async (user: User) => {
  await courier.send.message({ message: { to: { user_id: user.id, email: user.email }, data: { phone: user.phone }, template: 'a' } }); // ~> contact.email courier, contact.phone courier, identifier.user_id courier
  await courier.profiles.create(user.id, { profile: { email: user.email } }); // ~> contact.email courier, identifier.user_id courier
});
