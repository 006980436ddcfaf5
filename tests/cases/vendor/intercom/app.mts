import { IntercomClient } from 'intercom-client';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; phone: string; plan: string }
interface Company { id: string; name: string; size: number }
interface Question { text: string }

const client = new IntercomClient({ token: process.env.INTERCOM_TOKEN });

auth.on('signup', async (user: User, company: Company) => {
  await client.contacts.create({ external_id: user.id, email: user.email }); // ~> identifier.user_id intercom, contact.email intercom
  await client.contacts.update({ contact_id: 'c1', phone: user.phone, name: user.name }); // ~> contact.phone intercom, identity.name intercom
  await client.contacts.create({ role: 'lead', custom_attributes: { plan: user.plan } });
  await client.contacts.search({ query: { field: 'email', operator: '=', value: user.email } }); // ~> contact.email intercom
  await client.companies.createOrUpdate({ company_id: company.id, name: company.name }); // ~> identifier.org_id intercom, work.organization intercom
  await client.companies.update({ company_id: 'c1', body: { size: company.size } });
  await client.events.create({ event_name: 'signed-up', created_at: 1, user_id: user.id }); // ~> identifier.user_id intercom
  await client.events.create({ event_name: 'signed-up', created_at: 1, email: user.email }); // ~> contact.email intercom
  await client.visitors.update({ user_id: 'v1', name: user.name }); // ~> identity.name intercom
});

auth.on('question', async (user: User, question: Question) => {
  await client.conversations.create({ from: { type: 'user', id: 'c1' }, body: question.text }); // ~> content.message intercom
  await client.tickets.create({ ticket_type_id: '1', contacts: [{ email: user.email }] }); // ~> contact.email intercom
  await client.conversations.reply({ conversation_id: 'v1', body: { body: 'Thanks', email: user.email } }); // ~> contact.email intercom
  await client.tickets.reply({ ticket_id: 't1', body: { user_id: user.id } }); // ~> identifier.user_id intercom
  await client.contacts.showContactByExternalId({ external_id: user.id }); // ~> identifier.user_id intercom
  await client.visitors.mergeToContact({ type: 'user', user: { email: user.email } }); // ~> contact.email intercom
  await client.messages.create({ body: question.text }); // ~> content.message intercom
  await client.notes.create({ contact_id: 'c1', body: question.text }); // ~> content.free_text intercom
});
