import { IntercomClient } from 'intercom-client';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; plan: string }
interface Line { text: string }

const client = new IntercomClient({ token: 'token' });

inbox.on('line', async (user: User, line: Line) => {
  await client.customChannelEvents.notifyNewMessage({ event_id: '1', external_conversation_id: '2', contact: { type: 'user', external_id: user.id, email: user.email, name: user.name }, body: line.text }); // ~> contact.email intercom, content.message intercom, identifier.user_id intercom, identity.name intercom
  await client.conversations.attachContactAsAdmin({ conversation_id: '1', admin_id: '2', customer: { user_id: user.id } }); // ~> identifier.user_id intercom
  await client.customObjectInstances.createCustomObjectInstances({ custom_object_type_identifier: 'order', custom_attributes: { email: user.email } }); // ~> contact.email intercom
});
