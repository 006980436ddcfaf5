import axios from 'axios';
import { queue } from '@acme/queue';

interface User { id: string; email: string; phone: string; firstName: string; ip: string; userAgent: string }

queue.on('order', async (user: User) => {
  await fetch('https://queue.simpleanalyticscdn.com/events', {
    method: 'POST',
    body: JSON.stringify({ type: 'event', hostname: 'acme.org', event: 'order', ua: user.userAgent, metadata: { email: user.email } }), // ~> device.user_agent simple-analytics, contact.email simple-analytics
  });
});
