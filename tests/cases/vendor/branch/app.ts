import branch from 'branch-sdk';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string }

branch.init('key_live_1', { tracking_disabled: false });

auth.on('login', (user: User) => {
  branch.setIdentity(user.id); // ~> identifier.user_id branch
  branch.logEvent('LOGIN', { description: user.email }); // ~> contact.email branch
  branch.link({ data: { phone: user.phone } }, () => {}); // ~> contact.phone branch
});
