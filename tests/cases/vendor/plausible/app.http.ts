import axios from 'axios';
import { queue } from '@acme/queue';

interface User { id: string; email: string; phone: string; firstName: string; ip: string; userAgent: string }

queue.on('order', async (user: User) => {
  await fetch('https://plausible.io/api/event', {
    method: 'POST',
    headers: { 'X-Forwarded-For': user.ip }, // ~> identifier.ip_address plausible
    body: JSON.stringify({ name: 'order', domain: 'acme.org', props: { email: user.email } }), // ~> contact.email plausible
  });
});
