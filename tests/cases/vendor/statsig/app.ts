import { StatsigClient } from '@statsig/js-client';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; plan: string }

auth.on('login', async (user: User) => {
  const client = new StatsigClient('client-key', { userID: user.id, email: user.email, custom: { plan: user.plan } }); // ~> identifier.user_id statsig, contact.email statsig
  await client.updateUserAsync({ userID: user.id, privateAttributes: { phone: user.phone } }); // ~> identifier.user_id statsig, contact.phone statsig
  client.logEvent('login', 'ok', { email: user.email }); // ~> contact.email statsig
  client.logEvent({ eventName: 'login', metadata: { phone: user.phone } }); // ~> contact.phone statsig
  client.checkGate('new-login');
});
