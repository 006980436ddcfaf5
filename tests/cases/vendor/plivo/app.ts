import * as plivo from 'plivo';
import { inbox } from '@acme/inbox';

interface User { id: string; firstName: string; phone: string; plan: string }

const client = new plivo.Client('id', 'token');

inbox.on('reply', async (user: User) => {
  await client.messages.create({ src: 'Acme', dst: user.phone, text: `Hello ${user.firstName}` }); // ~> contact.phone plivo, identity.first_name plivo
  await client.messages.create('Acme', '4911', `Mail of ${user.email}`); // ~> contact.email plivo
  await client.calls.create('4911', user.phone, 'https://acme.example/voice'); // ~> contact.phone plivo
});
