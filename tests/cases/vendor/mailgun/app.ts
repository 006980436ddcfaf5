import formData from 'form-data';
import Mailgun from 'mailgun.js';
import mailgunJs from 'mailgun-js';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; firstName: string; plan: string }

const mg = new Mailgun(formData).client({ username: 'api', key: 'key', url: 'https://api.eu.mailgun.net' });
const old = mailgunJs({ apiKey: 'key', domain: 'acme.example' });

inbox.on('reply', async (user: User) => {
  await mg.messages.create('acme.example', { from: 'team@acme.example', to: [user.email], subject: 'Welcome', text: `Hello ${user.firstName}` }); // ~> contact.email mailgun, identity.first_name mailgun
  await mg.messages.create('acme.example', { from: 'team@acme.example', to: 'team@acme.example', subject: 'Reply', html: `Mail of ${user.email}` }); // ~> contact.email mailgun
  await mg.lists.members.createMember('news@acme.example', { address: user.email, subscribed: true }); // ~> contact.email mailgun
  await mg.validate.get(user.email); // ~> contact.email mailgun
  await mg.suppressions.create('acme.example', 'unsubscribes', { address: user.email }); // ~> contact.email mailgun
  old.messages().send({ from: 'team@acme.example', to: user.email, subject: 'Welcome', text: 'Hello' }); // ~> contact.email mailgun
});
