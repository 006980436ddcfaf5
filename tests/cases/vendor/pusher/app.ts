import Pusher from 'pusher';
import PushNotifications from '@pusher/push-notifications-server';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; phone: string; plan: string }

const pusher = new Pusher({ appId: 'a', key: 'k', secret: 's', cluster: 'eu' });
const beams = new PushNotifications({ instanceId: 'i', secretKey: 's' });

inbox.on('reply', async (user: User, reply: { message: string }) => {
  await pusher.trigger('chat', 'message', { from: user.email, text: reply.message }); // ~> contact.email pusher
  await pusher.triggerBatch([{ channel: 'chat', name: 'typing', data: { email: user.email } }]); // ~> contact.email pusher
  await pusher.sendToUser(user.id, 'message', { phone: user.phone }); // ~> contact.phone pusher, identifier.user_id pusher
  pusher.authorizeChannel('socket', 'presence-chat', { user_id: user.id, user_info: { email: user.email } }); // ~> contact.email pusher, identifier.user_id pusher
  pusher.authenticateUser('socket', { id: user.id }); // ~> identifier.user_id pusher
  await beams.publishToUsers([user.id], { web: { notification: { title: 'Hello' } } }); // ~> identifier.user_id pusher
  await pusher.trigger('plans', 'chosen', { plan: user.plan });
});
