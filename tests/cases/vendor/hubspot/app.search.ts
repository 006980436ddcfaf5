import { Client } from '@hubspot/api-client';
import { auth } from '@acme/auth';

interface User { email: string; phone: string }

const hubspot = new Client({ accessToken: process.env.HUBSPOT_TOKEN });

auth.on('login', async (user: User) => {
  await hubspot.crm.contacts.basicApi.getById(user.email, ['name'], undefined, undefined, false, 'email'); // ~> contact.email hubspot
  await hubspot.crm.contacts.searchApi.doSearch({ query: user.email }); // ~> contact.email hubspot
  await hubspot.crm.companies.searchApi.doSearch({ query: user.phone }); // ~> contact.phone hubspot
  await hubspot.crm.deals.searchApi.doSearch({ query: user.email }); // ~> contact.email hubspot
  await hubspot.crm.tickets.searchApi.doSearch({ query: user.phone }); // ~> contact.phone hubspot
  await hubspot.crm.objects.searchApi.doSearch('notes', { query: user.email }); // ~> contact.email hubspot
  await hubspot.marketing.transactional.singleSendApi.sendEmail({ emailId: 1, message: { to: user.email } }); // ~> contact.email hubspot
  await hubspot.conversations.visitorIdentification.generateApi.generateToken({ email: user.email }); // ~> contact.email hubspot
});
