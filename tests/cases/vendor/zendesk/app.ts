import { createClient } from 'node-zendesk';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; plan: string }

const client = createClient({ username: 'u', token: 't', subdomain: 'acme' });

inbox.on('ticket', async (user: User, ticket: { text: string; message: string }) => {
  await client.users.createOrUpdate({ user: { email: user.email, name: user.name, external_id: user.id } }); // ~> contact.email zendesk, identifier.user_id zendesk, identity.name zendesk
  await client.users.update(1, { user: { phone: user.phone } }); // ~> contact.phone zendesk
  await client.users.search({ query: user.email }); // ~> contact.email zendesk
  await client.tickets.create({ ticket: { subject: 'Help', comment: { body: ticket.text }, requester: { email: user.email, name: user.name } } }); // ~> contact.email zendesk, content.free_text zendesk, identity.name zendesk
  await client.tickets.update(1, { ticket: { comment: { body: ticket.message } } }); // ~> content.message zendesk
  await client.requests.create({ request: { subject: 'Help', comment: { body: 'Hello' }, requester: { email: user.email } } }); // ~> contact.email zendesk
  await client.tickets.create({ ticket: { subject: user.plan, comment: { body: 'Hello' } } });
});
