import { createClerkClient } from '@clerk/backend';
import { auth } from '@acme/auth';

interface User { id: string; email: string; firstName: string; phone: string; password: string; plan: string }

const clerk = createClerkClient({ secretKey: process.env.CLERK_SECRET_KEY });

auth.on('signup', async (user: User) => {
  await clerk.users.createUser({ emailAddress: [user.email], firstName: user.firstName, password: user.password }); // ~> contact.email clerk, credential.password clerk, identity.first_name clerk
  await clerk.users.updateUser(user.id, { firstName: user.firstName }); // ~> identifier.user_id clerk, identity.first_name clerk
  await clerk.users.updateUserMetadata('user_1', { publicMetadata: { phone: user.phone } }); // ~> contact.phone clerk
  await clerk.invitations.createInvitation({ emailAddress: user.email }); // ~> contact.email clerk
  await clerk.organizations.createOrganizationInvitation({ organizationId: 'o1', emailAddress: user.email, role: 'member' }); // ~> contact.email clerk
});
