import messagebird from 'messagebird';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; firstName: string; phone: string; plan: string }

const client = messagebird('key');

inbox.on('reply', (user: User) => {
  client.messages.create({ originator: 'Acme', recipients: [user.phone], body: `Hello ${user.firstName}` }, () => {}); // ~> contact.phone messagebird, identity.first_name messagebird
  client.messages.create({ originator: 'Acme', recipients: ['4911'], body: `Mail of ${user.email}` }, () => {}); // ~> contact.email messagebird
  client.verify.create(user.phone, { originator: 'Acme' }, () => {}); // ~> contact.phone messagebird
  client.contacts.create(user.phone, { firstName: user.firstName }, () => {}); // ~> contact.phone messagebird, identity.first_name messagebird
  client.conversations.start({ to: user.phone, channelId: 'c', type: 'text', content: { text: 'Hello' } }, () => {}); // ~> contact.phone messagebird
});
