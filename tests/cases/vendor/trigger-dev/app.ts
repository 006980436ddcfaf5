import { task, tasks } from '@trigger.dev/sdk';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }

const welcome = task({ id: 'welcome', run: async () => {} });

inbox.on('line', async (user: User) => {
  await tasks.trigger('welcome', { email: user.email }); // ~> contact.email trigger-dev
  await welcome.trigger({ email: user.email }); // ~> contact.email trigger-dev
  await tasks.batchTrigger('welcome', [{ payload: { email: user.email } }]); // ~> contact.email trigger-dev
});
