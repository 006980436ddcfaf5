import { H } from 'highlight.run';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }

H.init('project');

inbox.on('line', async (user: User) => {
  H.identify(user.email, { id: user.id }); // ~> contact.email highlight, identifier.user_id highlight
  H.track('bought', { email: user.email }); // ~> contact.email highlight
  H.consumeError(new Error('a'), 'a', { email: user.email }); // ~> contact.email highlight
});
