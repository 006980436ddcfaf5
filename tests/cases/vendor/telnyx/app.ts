import Telnyx from 'telnyx';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; dateOfBirth: string; ip: string }
interface Line { text: string; file: Blob }

const telnyx = new Telnyx({ apiKey: process.env.TELNYX_API_KEY });

inbox.on('line', async (user: User, line: Line) => {
  await telnyx.messages.send({ from: '+1', to: user.phone, text: line.text }); // ~> contact.phone telnyx, content.message telnyx
  await telnyx.emailMessages.create({ from: 'team@acme.example', to: [user.email], text_body: line.text }); // ~> contact.email telnyx, content.message telnyx
  await telnyx.verifications.triggerSMS({ phone_number: user.phone, verify_profile_id: 'v' }); // ~> contact.phone telnyx
  await telnyx.numberLookup.retrieve(user.phone); // ~> contact.phone telnyx
  await telnyx.calls.actions.speak('call', { payload: line.text, voice: 'female' }); // ~> content.message telnyx
});
