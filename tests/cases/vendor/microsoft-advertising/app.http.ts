import axios from 'axios';
import { queue } from '@acme/queue';

interface User { id: string; email: string; phone: string; firstName: string; ip: string; userAgent: string }

queue.on('order', async (user: User) => {
  await axios.post('https://capi.uet.microsoft.com/v1/1/events', {
    data: [{ eventType: 'custom', userData: { em: user.email, clientIpAddress: user.ip } }], // ~> contact.email microsoft-advertising, identifier.ip_address microsoft-advertising
  });
});
