import { ManagementClient } from 'auth0';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; phone: string; password: string; plan: string }

const management = new ManagementClient({ domain: 'acme.eu.auth0.com', token: 't' });

auth.on('signup', async (user: User) => {
  await management.users.create({ connection: 'db', email: user.email, name: user.name, password: user.password }); // ~> contact.email auth0, credential.password auth0, identity.name auth0
  await management.users.update('auth0|1', { user_metadata: { phone: user.phone } }); // ~> contact.phone auth0
  await management.users.listUsersByEmail({ email: user.email }); // ~> contact.email auth0
});
