import { createConfiguration, DefaultApi } from '@onesignal/node-onesignal';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; plan: string }

const client = new DefaultApi(createConfiguration({ restApiKey: 'key' }));

inbox.on('signup', async (user: User) => {
  await client.createSubscription('app', 'external_id', user.id, { subscription: { type: 'Email', token: user.email } }); // ~> identifier.user_id onesignal, contact.email onesignal
  await client.createAlias('app', 'external_id', user.id, { identity: { crm: '1' } }); // ~> identifier.user_id onesignal
  await client.createCustomEvents('app', { events: [{ name: 'bought', external_id: user.id, payload: { email: user.email } }] }); // ~> identifier.user_id onesignal, contact.email onesignal
});
