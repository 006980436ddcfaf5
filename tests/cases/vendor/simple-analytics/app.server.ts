import { headers } from 'next/headers';
import { trackEvent } from '@simpleanalytics/next/server';
import { queue } from '@acme/queue';

interface User { id: string; email: string }

queue.on('order', async (user: User) => {
  await trackEvent('order', { headers: await headers(), metadata: { email: user.email } }); // ~> contact.email simple-analytics
});
