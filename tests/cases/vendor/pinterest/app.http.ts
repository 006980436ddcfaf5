import axios from 'axios';
import { queue } from '@acme/queue';

interface User { id: string; email: string; phone: string; firstName: string; ip: string; userAgent: string }

queue.on('order', async (user: User) => {
  await fetch('https://api.pinterest.com/v5/ad_accounts/1/events', {
    method: 'POST',
    body: JSON.stringify({ data: [{ event_name: 'checkout', user_data: { em: [user.email], client_ip_address: user.ip } }] }), // ~> contact.email pinterest, identifier.ip_address pinterest
  });
});
