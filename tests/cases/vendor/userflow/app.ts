import userflow from 'userflow.js';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }

userflow.init('token');

inbox.on('line', async (user: User) => {
  userflow.identify(user.id, { name: user.name, email: user.email }); // ~> contact.email userflow, identifier.user_id userflow, identity.name userflow
  userflow.updateUser({ email: user.email }); // ~> contact.email userflow
  userflow.group(user.orgId, { plan: user.plan }); // ~> identifier.org_id userflow
  userflow.track('bought', { email: user.email }); // ~> contact.email userflow
  userflow.track('bought', { plan: user.plan });
});
