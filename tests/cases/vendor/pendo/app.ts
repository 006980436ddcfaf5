import { initialize, Replay } from '@pendo/agent';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; orgId: string }

auth.on('login', async (user: User) => {
  const pendo = await initialize({
    apiKey: 'key',
    env: 'io',
    visitor: { id: user.id, email: user.email }, // ~> identifier.user_id pendo, contact.email pendo
    account: { id: user.orgId }, // ~> identifier.org_id pendo
    plugins: [Replay],
  });
  pendo.track('login', { phone: user.phone }); // ~> contact.phone pendo
});
