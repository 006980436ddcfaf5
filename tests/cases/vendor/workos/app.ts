import { WorkOS } from '@workos-inc/node';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }

const workos = new WorkOS('key');

inbox.on('line', async (user: User) => {
  await workos.userManagement.createUser({ email: user.email }); // ~> contact.email workos
  await workos.userManagement.updateUser({ userId: user.id, email: user.email }); // ~> contact.email workos, identifier.user_id workos
  await workos.userManagement.sendInvitation({ email: user.email }); // ~> contact.email workos
  workos.userManagement.getAuthorizationUrl({ clientId: 'a', redirectUri: 'b', loginHint: user.email }); // ~> contact.email workos
  await workos.auditLogs.createEvent('org', { action: 'a', occurredAt: new Date(), actor: { id: user.id, type: 'user', name: user.name }, targets: [], context: { location: user.ip } }); // ~> identifier.ip_address workos, identifier.user_id workos, identity.name workos
  await workos.userManagement.getUser('1');
});
