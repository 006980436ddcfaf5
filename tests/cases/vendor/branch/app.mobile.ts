import branch, { BranchEvent } from 'react-native-branch';
import { BranchDeepLinks } from 'capacitor-branch-deep-links';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string }

auth.on('login', async (user: User) => {
  branch.setIdentity(user.id); // ~> identifier.user_id branch
  branch.setRequestMetadata('email', user.email); // ~> contact.email branch
  new BranchEvent('LOGIN', undefined, { customData: { phone: user.phone } }).logEvent(); // ~> contact.phone branch
  await BranchDeepLinks.setIdentity({ newIdentity: user.id }); // ~> identifier.user_id branch
});
