import { Expo } from 'expo-server-sdk';
import { queue } from '@acme/queue';

interface User { email: string; pushToken: string }

const expo = new Expo();

queue.on('order', async (user: User) => {
  await expo.sendPushNotificationsAsync([{ to: user.pushToken, body: `Mail to ${user.email}` }]); // ~> identifier.push_token expo, contact.email expo
});
