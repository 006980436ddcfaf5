import * as chmln from '@chamaeleonidae/chmln';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }

chmln.init('token');

inbox.on('line', async (user: User) => {
  chmln.identify(user.id, { email: user.email }); // ~> contact.email chameleon, identifier.user_id chameleon
  chmln.track('bought');
});
