import { Client } from '@twilio/conversations';
import { Device } from '@twilio/voice-sdk';
import { inbox } from '@acme/inbox';

const device = new Device('token');

inbox.on('reply', async (user: { phone: string; plan: string }, reply: { message: string }) => {
  const conversation = await new Client('token').getConversationBySid('CH1');
  await conversation.sendMessage(reply.message); // ~> content.message twilio
  await device.connect({ params: { To: user.phone } }); // ~> contact.phone twilio
});
