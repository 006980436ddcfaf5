import { track } from '@vercel/analytics/server';
import { queue } from '@acme/queue';

interface User { id: string; email: string }

queue.on('order', async (user: User) => {
  await track('order', { email: user.email }); // ~> contact.email vercel-analytics
});
