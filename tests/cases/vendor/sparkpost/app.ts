import SparkPost from 'sparkpost';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; firstName: string; plan: string }

const client = new SparkPost('key', { origin: 'https://api.eu.sparkpost.com:443' });

inbox.on('signup', async (user: User) => {
  await client.transmissions.send({ content: { from: 'team@acme.example', subject: 'Welcome', text: `Hello ${user.firstName}` }, recipients: [{ address: user.email }] }); // ~> contact.email sparkpost, identity.first_name sparkpost
  await client.recipientLists.create({ recipients: [{ address: { email: user.email } }] }); // ~> contact.email sparkpost
});
