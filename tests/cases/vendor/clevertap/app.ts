import clevertap from 'clevertap-web-sdk';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }

clevertap.init('account');

inbox.on('line', async (user: User) => {
  clevertap.onUserLogin.push({ Site: { Name: user.name, Identity: user.id, Email: user.email } }); // ~> contact.email clevertap, identifier.user_id clevertap, identity.name clevertap
  clevertap.profile.push({ Site: { Email: user.email } }); // ~> contact.email clevertap
  clevertap.event.push('bought', { email: user.email }); // ~> contact.email clevertap
});
