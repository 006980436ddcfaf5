import { H } from '@highlight-run/node';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }

H.init({ projectID: 'project' });

inbox.on('line', async (user: User) => {
  H.consumeError(new Error('a'), '1', '2', { email: user.email }); // ~> contact.email highlight
  H.log('bought', 'info', '1', '2', { email: user.email }); // ~> contact.email highlight
});
