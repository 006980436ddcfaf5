import okta from '@okta/okta-sdk-nodejs';
import { auth } from '@acme/auth';

interface User { id: string; email: string; firstName: string; phone: string; password: string }

const client = new okta.Client({ orgUrl: 'https://acme.okta.com', token: 't' });

auth.on('signup', async (user: User) => {
  await client.userApi.createUser({ body: { profile: { email: user.email, login: user.email, firstName: user.firstName }, credentials: { password: { value: user.password } } } }); // ~> contact.email okta, credential.password okta, identity.first_name okta
  await client.userApi.updateUser({ userId: '1', user: { profile: { mobilePhone: user.phone } } }); // ~> contact.phone okta
});
