import { Svix } from 'svix';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }

const svix = new Svix('token');

inbox.on('line', async (user: User) => {
  await svix.message.create('app', { eventType: 'user.created', payload: { email: user.email } }); // ~> contact.email svix
});
