import heapApi from 'heap-api';
import { queue } from '@acme/queue';

interface User { id: string; email: string; phone: string }

const heap = heapApi('1234567890');

queue.on('order', async (user: User) => {
  await heap.track('order', user.email, { phone: user.phone }); // ~> contact.email heap, contact.phone heap
  await heap.addUserProperties(user.id, { email: user.email }); // ~> identifier.user_id heap, contact.email heap
});
