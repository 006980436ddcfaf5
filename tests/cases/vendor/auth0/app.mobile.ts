import Auth0 from 'react-native-auth0';
import { auth } from '@acme/auth';

const auth0 = new Auth0({ domain: 'acme.eu.auth0.com', clientId: 'c' });

auth.on('login', async (user: { email: string; phone: string; password: string }) => {
  await auth0.auth.createUser({ email: user.email, password: user.password, connection: 'db' }); // ~> contact.email auth0, credential.password auth0
  await auth0.auth.passwordlessWithSMS({ phoneNumber: user.phone }); // ~> contact.phone auth0
});
