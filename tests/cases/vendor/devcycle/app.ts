import { initializeDevCycle } from '@devcycle/js-client-sdk';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; plan: string }

auth.on('login', async (user: User) => {
  const client = initializeDevCycle('key', { user_id: user.id, email: user.email }); // ~> identifier.user_id devcycle, contact.email devcycle
  await client.identifyUser({ user_id: user.id, customData: { plan: user.plan, phone: user.phone } }); // ~> identifier.user_id devcycle, contact.phone devcycle
  client.track({ type: 'login', metaData: { email: user.email } }); // ~> contact.email devcycle
  client.variableValue('new-login', false);
});
