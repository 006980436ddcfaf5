import axios from 'axios';
import { queue } from '@acme/queue';

interface User { id: string; email: string; phone: string; firstName: string; ip: string; userAgent: string }

queue.on('order', async (user: User) => {
  await axios.post('https://ads-api.x.com/12/measurement/conversions/o1', {
    conversions: [{ event_id: 'tw-o1-o2', identifiers: [{ hashed_email: user.email, ip_address: user.ip }] }], // ~> contact.email x-ads, identifier.ip_address x-ads
  });
});
