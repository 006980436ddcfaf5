import { AccessToken, SipClient } from 'livekit-server-sdk';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }

const sip = new SipClient('https://a.livekit.cloud', 'key', 'secret');

inbox.on('line', async (user: User) => {
  new AccessToken('key', 'secret', { identity: user.id, name: user.name, metadata: JSON.stringify({ email: user.email }) }); // ~> contact.email livekit, identifier.user_id livekit, identity.name livekit
  await sip.createSipParticipant('trunk', user.phone, 'room'); // ~> contact.phone livekit
});
