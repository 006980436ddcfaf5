import { EmailClient } from '@azure/communication-email';
import { SmsClient } from '@azure/communication-sms';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }
interface Line { text: string; file: Blob }

const mail = new EmailClient('a');
const sms = new SmsClient('a');

inbox.on('line', async (user: User, line: Line) => {
  await mail.beginSend({ senderAddress: 'a@acme.example', content: { subject: 'a', plainText: line.text }, recipients: { to: [{ address: user.email, displayName: user.name }] } }); // ~> contact.email azure-communication-services, content.message azure-communication-services, identity.name azure-communication-services
  await sms.send({ from: '1', to: [user.phone], message: line.text }); // ~> contact.phone azure-communication-services, content.message azure-communication-services
});
