import { SquareClient } from 'square';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }

const client = new SquareClient({ token: 'token' });

inbox.on('line', async (user: User) => {
  await client.customers.create({ emailAddress: user.email, phoneNumber: user.phone }); // ~> contact.email square, contact.phone square
  await client.payments.create({ sourceId: 'a', idempotencyKey: 'b', buyerEmailAddress: user.email }); // ~> contact.email square
  await client.locations.list();
});
