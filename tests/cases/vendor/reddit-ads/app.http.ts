import axios from 'axios';
import { queue } from '@acme/queue';

interface User { id: string; email: string; phone: string; firstName: string; ip: string; userAgent: string }

queue.on('order', async (user: User) => {
  await fetch('https://ads-api.reddit.com/api/v2.0/conversions/events/1', {
    method: 'POST',
    body: JSON.stringify({ events: [{ event_type: { tracking_type: 'Purchase' }, user: { email: user.email, ip_address: user.ip } }] }), // ~> contact.email reddit-ads, identifier.ip_address reddit-ads
  });
});
