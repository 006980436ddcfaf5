import * as stytch from 'stytch';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }

const client = new stytch.Client({ project_id: 'a', secret: 'b' });
const b2b = new stytch.B2BClient({ project_id: 'a', secret: 'b' });

inbox.on('line', async (user: User) => {
  await client.users.create({ email: user.email }); // ~> contact.email stytch
  await client.users.update({ user_id: user.id, name: { first_name: user.name } }); // ~> identifier.user_id stytch, identity.name stytch
  await client.magicLinks.email.loginOrCreate({ email: user.email }); // ~> contact.email stytch
  await client.otps.sms.loginOrCreate({ phone_number: user.phone }); // ~> contact.phone stytch
  await b2b.organizations.members.create({ organization_id: '1', email_address: user.email, name: user.name }); // ~> contact.email stytch, identity.name stytch
  await b2b.magicLinks.email.loginOrSignup({ organization_id: '1', email_address: user.email }); // ~> contact.email stytch
});
