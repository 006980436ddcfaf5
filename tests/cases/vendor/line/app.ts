import { messagingApi } from '@line/bot-sdk';
import { queue } from '@acme/queue';

interface User { email: string }

const client = new messagingApi.MessagingApiClient({ channelAccessToken: 'token' });

queue.on('order', async (user: User) => {
  await client.pushMessage({ to: 'U1', messages: [{ type: 'text', text: `Mail to ${user.email}` }] }); // ~> contact.email line
});
