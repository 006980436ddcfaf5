import MailerLite from '@mailerlite/mailerlite-nodejs';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; dateOfBirth: string; ip: string }
interface Line { text: string; file: Blob }

const mailerlite = new MailerLite({ api_key: process.env.MAILERLITE_API_KEY });

inbox.on('line', async (user: User, line: Line) => {
  await mailerlite.subscribers.createOrUpdate({ email: user.email, fields: { name: user.name } }); // ~> contact.email mailerlite, identity.name mailerlite
  await mailerlite.subscribers.update('1', { fields: { phone: user.phone } }); // ~> contact.phone mailerlite
});
