import * as OneSignal from 'onesignal-node';
import { auth } from '@acme/auth';

const client = new OneSignal.Client('app', 'key');

auth.on('login', async (user: { id: string; email: string; firstName: string; plan: string }) => {
  await client.createNotification({ contents: { en: `Hello ${user.firstName}` }, include_external_user_ids: [user.id] }); // ~> identifier.user_id onesignal, identity.first_name onesignal
  await client.addDevice({ device_type: 11, identifier: user.email }); // ~> contact.email onesignal
});
