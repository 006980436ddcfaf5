import { LoopsClient } from 'loops';
import { queue } from '@acme/queue';

interface User { id: string; email: string; firstName: string }

const loops = new LoopsClient('key');

queue.on('signup', async (user: User) => {
  await loops.createContact({ email: user.email, properties: { firstName: user.firstName } }); // ~> contact.email loops, identity.first_name loops
  await loops.updateContact({ userId: user.id, properties: {} }); // ~> identifier.user_id loops
  await loops.sendEvent({ email: user.email, eventName: 'signup' }); // ~> contact.email loops
  await loops.sendTransactionalEmail({ transactionalId: 't', email: user.email, dataVariables: { name: user.firstName } }); // ~> contact.email loops, identity.first_name loops
});
