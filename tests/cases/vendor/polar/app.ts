import { Polar } from '@polar-sh/sdk';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }

const polar = new Polar({ accessToken: 'token' });

inbox.on('line', async (user: User) => {
  await polar.customers.create({ email: user.email, name: user.name, externalId: user.id }); // ~> contact.email polar, identifier.user_id polar, identity.name polar
  await polar.checkouts.create({ products: [], customerEmail: user.email, customerIpAddress: user.ip }); // ~> contact.email polar, identifier.ip_address polar
});
