import { Inngest } from 'inngest';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }

const inngest = new Inngest({ id: 'acme' });

inbox.on('line', async (user: User) => {
  await inngest.send({ name: 'user/created', data: { email: user.email }, user: { id: user.id } }); // ~> contact.email inngest, identifier.user_id inngest
  await inngest.send([{ name: 'user/created', data: { email: user.email } }]); // ~> contact.email inngest
  await inngest.send({ name: 'plan/chosen', data: { plan: user.plan } });
});
