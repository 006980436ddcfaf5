import Mailjet from 'node-mailjet';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; firstName: string; plan: string }

const mailjet = new Mailjet({ apiKey: 'key', apiSecret: 'secret' });
const other = Mailjet.apiConnect('key', 'secret');

inbox.on('signup', async (user: User) => {
  await mailjet.post('send', { version: 'v3.1' }).request({
    Messages: [{ From: { Email: 'team@acme.example' }, To: [{ Email: user.email }], TextPart: `Hello ${user.firstName}` }], // ~> contact.email mailjet, identity.first_name mailjet
  });
  await other.post('contact', { version: 'v3' }).request({ Email: user.email }); // ~> contact.email mailjet
});
