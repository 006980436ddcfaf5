import { OpenPanel } from '@openpanel/web';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }

const op = new OpenPanel({ clientId: 'a' });

inbox.on('line', async (user: User) => {
  op.identify({ profileId: user.id, email: user.email }); // ~> contact.email openpanel, identifier.user_id openpanel
  op.track('bought', { email: user.email }); // ~> contact.email openpanel
  op.setGlobalProperties({ email: user.email }); // ~> contact.email openpanel
  op.upsertGroup({ id: user.orgId, type: 'company', name: 'a' }); // ~> identifier.org_id openpanel
});
