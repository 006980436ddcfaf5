import { UnleashClient } from 'unleash-proxy-client';
import { initialize } from 'unleash-client';
import { auth } from '@acme/auth';

interface User { id: string; email: string; plan: string }

const server = initialize({ url: 'https://eu.app.unleash-hosted.com/x/api', appName: 'web' });

auth.on('login', async (user: User) => {
  const client = new UnleashClient({ url: 'https://x', clientKey: 'x', appName: 'web', context: { userId: user.id } }); // ~> identifier.user_id unleash
  await client.updateContext({ userId: user.id, properties: { email: user.email, plan: user.plan } }); // ~> identifier.user_id unleash, contact.email unleash
  await client.setContextField('email', user.email); // ~> contact.email unleash
  server.isEnabled('new-login', { userId: user.id, properties: { email: user.email } });
});
