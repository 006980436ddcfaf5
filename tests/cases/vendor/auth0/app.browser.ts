import { createAuth0Client } from '@auth0/auth0-spa-js';
import auth0 from 'auth0-js';
import { auth } from '@acme/auth';

const web = new auth0.WebAuth({ domain: 'acme.eu.auth0.com', clientID: 'c' });

auth.on('login', async (user: { email: string; phone: string; password: string }) => {
  const client = await createAuth0Client({ domain: 'acme.eu.auth0.com', clientId: 'c' });
  await client.loginWithRedirect({ authorizationParams: { login_hint: user.email } }); // ~> contact.email auth0
  web.signup({ connection: 'db', email: user.email, password: user.password }, () => {}); // ~> contact.email auth0, credential.password auth0
  web.passwordlessStart({ connection: 'sms', phoneNumber: user.phone, send: 'code' }, () => {}); // ~> contact.phone auth0
});
