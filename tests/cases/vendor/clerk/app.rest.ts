import { createClerkClient } from '@clerk/backend';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; firstName: string; plan: string }

const clerk = createClerkClient({ secretKey: 'key' });

inbox.on('invited', async (user: User) => {
  await clerk.invitations.createInvitationBulk([{ emailAddress: user.email }]); // ~> contact.email clerk
  await clerk.emails.create({ to: { address: user.email }, from: { address: 'a@acme.example' }, subject: 'Hello', text: 'Hello' }); // ~> contact.email clerk
  await clerk.allowlistIdentifiers.createAllowlistIdentifier({ identifier: user.email, notify: false }); // ~> contact.email clerk
  await clerk.organizations.createOrganizationInvitationBulk('1', [{ emailAddress: user.email, role: 'member' }]); // ~> contact.email clerk
  await clerk.organizations.updateOrganizationMembershipMetadata({ organizationId: '1', userId: user.id, publicMetadata: { first_name: user.firstName } }); // ~> identifier.user_id clerk, identity.first_name clerk
  await clerk.signInTokens.createSignInToken({ userId: user.id, expiresInSeconds: 60 }); // ~> identifier.user_id clerk
});
