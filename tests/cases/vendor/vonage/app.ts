import { Vonage } from '@vonage/server-sdk';
import Nexmo from 'nexmo';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; firstName: string; phone: string; plan: string }

const vonage = new Vonage({ apiKey: 'key', apiSecret: 'secret' });
const nexmo = new Nexmo({ apiKey: 'key', apiSecret: 'secret' });

inbox.on('reply', async (user: User) => {
  await vonage.sms.send({ to: user.phone, from: 'Acme', text: `Hello ${user.firstName}` }); // ~> contact.phone vonage, identity.first_name vonage
  await vonage.messages.send({ channel: 'sms', message_type: 'text', to: '4911', from: 'Acme', text: `Mail of ${user.email}` }); // ~> contact.email vonage
  await vonage.verify2.newRequest({ brand: 'Acme', workflow: [{ channel: 'sms', to: user.phone }] }); // ~> contact.phone vonage
  await vonage.voice.createOutboundCall({ to: [{ type: 'phone', number: user.phone }], from: { type: 'phone', number: '4911' }, ncco: [] }); // ~> contact.phone vonage
  nexmo.message.sendSms('Acme', user.phone, 'Hello'); // ~> contact.phone vonage
  nexmo.verify.request({ number: user.phone, brand: 'Acme' }, () => {}); // ~> contact.phone vonage
});
