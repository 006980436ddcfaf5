import twilio from 'twilio';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; firstName: string; phone: string; plan: string }

const client = twilio(process.env.TWILIO_ACCOUNT_SID, process.env.TWILIO_AUTH_TOKEN);

inbox.on('reply', async (user: User) => {
  await client.messages.create({ to: user.phone, from: '+4911', body: `Hello ${user.firstName}` }); // ~> contact.phone twilio, identity.first_name twilio
  await client.messages.create({ to: '+4912', from: '+4911', body: `From ${user.email}` }); // ~> contact.email twilio
  await client.calls.create({ to: user.phone, from: '+4911', url: 'https://acme.example/voice' }); // ~> contact.phone twilio
  await client.verify.v2.services('VA1').verifications.create({ to: user.email, channel: 'email' }); // ~> contact.email twilio
  await client.verify.v2.services('VA1').verificationChecks.create({ to: user.phone, code: '1' }); // ~> contact.phone twilio
  await client.lookups.v2.phoneNumbers(user.phone).fetch(); // ~> contact.phone twilio
  await client.conversations.v1.conversations('CH1').messages.create({ author: user.id, body: 'Hello' }); // ~> identifier.user_id twilio
  await client.conversations.v1.conversations('CH1').participants.create({ identity: user.id }); // ~> identifier.user_id twilio
  await client.studio.v2.flows('FW1').executions.create({ to: user.phone, from: '+4911', parameters: { email: user.email } }); // ~> contact.email twilio, contact.phone twilio
  const response = new twilio.twiml.MessagingResponse();
  response.message(`Hello ${user.firstName}`); // ~> identity.first_name twilio
  await client.messages.create({ to: '+4912', from: '+4911', body: user.plan });
});
