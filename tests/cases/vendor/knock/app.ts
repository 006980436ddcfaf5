import KnockClient from '@knocklabs/client';
import Knock from '@knocklabs/node';
import { queue } from '@acme/queue';

interface User { id: string; email: string; name: string; phone: string }

const knock = new Knock({ apiKey: 'key' });
const client = new KnockClient('key');

queue.on('signup', async (user: User) => {
  await knock.users.update(user.id, { email: user.email }); // ~> identifier.user_id knock, contact.email knock
  await knock.users.identify(user.id, { name: user.name }); // ~> identifier.user_id knock, identity.name knock
  await knock.workflows.trigger('welcome', { recipients: [{ id: user.id, email: user.email }], data: { phone: user.phone } }); // ~> identifier.user_id knock, contact.email knock, contact.phone knock
  client.authenticate(user.id); // ~> identifier.user_id knock
  await client.user.identify({ name: user.name }); // ~> identity.name knock
});
