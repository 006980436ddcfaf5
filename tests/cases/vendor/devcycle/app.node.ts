import { initializeDevCycle } from '@devcycle/nodejs-server-sdk';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string }

const client = initializeDevCycle('key');

auth.on('login', (user: User) => {
  client.variableValue({ user_id: user.id, email: user.email }, 'new-login', false);
  client.track({ user_id: user.id }, { type: 'login', metaData: { phone: user.phone } }); // ~> identifier.user_id devcycle, contact.phone devcycle
});
