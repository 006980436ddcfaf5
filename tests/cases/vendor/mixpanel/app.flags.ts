import Mixpanel from 'mixpanel';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; plan: string }

const client = Mixpanel.init('token', { remote_flags_config: {} });

inbox.on('order', async (user: User) => {
  await client.remote_flags.getVariantValue('flag', 'off', { distinct_id: user.id, custom_properties: { email: user.email } }); // ~> contact.email mixpanel, identifier.user_id mixpanel
  await client.remote_flags.isEnabled('flag', { distinct_id: user.id }); // ~> identifier.user_id mixpanel
  client.local_flags.getVariantValue('flag', 'off', { distinct_id: user.id, custom_properties: { email: user.email } }); // ~> identifier.user_id mixpanel
});
