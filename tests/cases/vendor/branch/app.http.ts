import axios from 'axios';
import { queue } from '@acme/queue';

interface User { id: string; email: string; phone: string; firstName: string; ip: string; userAgent: string }

queue.on('order', async (user: User) => {
  await axios.post('https://api2.branch.io/v2/event/standard', {
    name: 'PURCHASE',
    user_data: { developer_identity: user.id, ip: user.ip }, // ~> identifier.user_id branch, identifier.ip_address branch
  });
});
