import { Auth0Client } from '@auth0/nextjs-auth0/server';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; plan: string }

const auth0 = new Auth0Client();

inbox.on('login', async (user: User) => {
  await auth0.startInteractiveLogin({ authorizationParameters: { login_hint: user.email } }); // ~> contact.email auth0
  await auth0.startEnterpriseLogin({ email: user.email }); // ~> contact.email auth0
});
