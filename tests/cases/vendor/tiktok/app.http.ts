import axios from 'axios';
import { queue } from '@acme/queue';

interface User { id: string; email: string; phone: string; firstName: string; ip: string; userAgent: string }

queue.on('order', async (user: User) => {
  await fetch('https://business-api.tiktok.com/open_api/v1.3/event/track/', {
    method: 'POST',
    body: JSON.stringify({
      event_source: 'web',
      data: [{ event: 'Purchase', user: { email: user.email, external_id: user.id, ip: user.ip } }], // ~> contact.email tiktok, identifier.user_id tiktok, identifier.ip_address tiktok
    }),
  });
});
