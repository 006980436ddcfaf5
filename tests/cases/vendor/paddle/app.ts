import { Paddle } from '@paddle/paddle-node-sdk';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }

const paddle = new Paddle('key');

inbox.on('line', async (user: User) => {
  await paddle.customers.create({ email: user.email, name: user.name }); // ~> contact.email paddle, identity.name paddle
  await paddle.transactions.create({ items: [], customData: { email: user.email } }); // ~> contact.email paddle
});
