import * as Ably from 'ably';
import { bus } from '@acme/bus';

interface User { id: string; email: string; name: string }

const rest = new Ably.Rest('key');
const realtime = new Ably.Realtime({ key: 'key' });

bus.on('join', async (user: User) => {
  await rest.channels.get('chat').publish('joined', { email: user.email }); // ~> contact.email ably
  const channel = realtime.channels.get('chat');
  await channel.presence.enter({ name: user.name }); // ~> identity.name ably
  await channel.presence.enterClient(user.id, { email: user.email }); // ~> identifier.user_id ably, contact.email ably
  await channel.publish({ name: 'joined', data: { email: user.email } }); // ~> contact.email ably
  new Ably.Realtime({ key: 'key', clientId: user.id }); // ~> identifier.user_id ably
});
