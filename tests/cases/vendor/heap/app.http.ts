import axios from 'axios';
import { queue } from '@acme/queue';

interface User { id: string; email: string; phone: string; firstName: string; ip: string; userAgent: string }

queue.on('order', async (user: User) => {
  await fetch('https://heapanalytics.com/api/track', {
    method: 'POST',
    body: JSON.stringify({ app_id: '1', identity: user.id, event: 'order', properties: { email: user.email } }), // ~> identifier.user_id heap, contact.email heap
  });
});
