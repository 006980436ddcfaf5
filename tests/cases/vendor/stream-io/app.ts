import { StreamChat } from 'stream-chat';
import { bus } from '@acme/bus';

interface User { id: string; email: string; name: string; pushToken: string }

const client = StreamChat.getInstance('key');
const server = new StreamChat('key', 'secret');

bus.on('join', async (user: User) => {
  await client.connectUser({ id: user.id, name: user.name }, 'token'); // ~> identifier.user_id stream-io, identity.name stream-io
  await server.upsertUser({ id: user.id, email: user.email }); // ~> identifier.user_id stream-io, contact.email stream-io
  await server.upsertUsers([{ id: '1', name: user.name }]); // ~> identity.name stream-io
  await client.addDevice(user.pushToken, 'firebase', user.id); // ~> identifier.push_token stream-io, identifier.user_id stream-io
  await client.channel('messaging', 'help').sendMessage({ text: `I am ${user.email}` }); // ~> contact.email stream-io
});
