import { OktaAuth } from '@okta/okta-auth-js';
import { auth } from '@acme/auth';

const oktaAuth = new OktaAuth({ issuer: 'https://acme.okta.com/oauth2/default', clientId: 'c' });

auth.on('login', async (user: { username: string; email: string; password: string }) => {
  await oktaAuth.signInWithCredentials({ username: user.username, password: user.password }); // ~> credential.password okta, identity.username okta
  await oktaAuth.idx.register({ email: user.email, password: user.password }); // ~> contact.email okta, credential.password okta
  await oktaAuth.signInWithRedirect({ loginHint: user.email }); // ~> contact.email okta
});
