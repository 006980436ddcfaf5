import axios from 'axios';
import { queue } from '@acme/queue';

interface User { id: string; email: string; phone: string; firstName: string; ip: string; userAgent: string }

queue.on('order', async (user: User) => {
  await fetch('https://tr.snapchat.com/v3/pixel/events', {
    method: 'POST',
    body: JSON.stringify({ data: [{ event_name: 'PURCHASE', user_data: { em: user.email, ph: user.phone, client_user_agent: user.userAgent } }] }), // ~> contact.email snap, contact.phone snap, device.user_agent snap
  });
});
