import { getMessaging } from 'firebase-admin/messaging';
import { queue } from '@acme/queue';

interface User { email: string; phone: string; pushToken: string }

queue.on('order', async (user: User) => {
  await getMessaging().send({
    token: user.pushToken, // ~> identifier.push_token firebase-messaging
    notification: { title: 'Order', body: `We write to ${user.email}` }, // ~> contact.email firebase-messaging
    data: { phone: user.phone }, // ~> contact.phone firebase-messaging
  });
  await getMessaging().subscribeToTopic(user.pushToken, 'orders'); // ~> identifier.push_token firebase-messaging
});
