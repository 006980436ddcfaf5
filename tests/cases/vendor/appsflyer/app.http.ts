import axios from 'axios';
import { queue } from '@acme/queue';

interface User { id: string; email: string; phone: string; firstName: string; ip: string; userAgent: string }

queue.on('order', async (user: User) => {
  await axios.post('https://api2.appsflyer.com/inappevent/app', {
    customer_user_id: user.id, // ~> identifier.user_id appsflyer
    ip: user.ip, // ~> identifier.ip_address appsflyer
    eventName: 'af_purchase',
  });
});
