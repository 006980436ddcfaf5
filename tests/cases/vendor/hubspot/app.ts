import { Client } from '@hubspot/api-client';
import { auth } from '@acme/auth';

interface User { id: string; email: string; firstName: string; phone: string; plan: string }

const hubspot = new Client({ accessToken: process.env.HUBSPOT_TOKEN });

auth.on('signup', async (user: User) => {
  const properties = {
    email: user.email, // ~> contact.email hubspot
    firstname: user.firstName, // ~> identity.first_name hubspot
    plan: user.plan,
  };
  await hubspot.crm.contacts.basicApi.create({ properties, associations: [] });
  await hubspot.crm.contacts.basicApi.update('1', { properties: { phone: user.phone } }); // ~> contact.phone hubspot
  await hubspot.crm.contacts.basicApi.update(user.email, { properties: { plan: user.plan } }, 'email'); // ~> contact.email hubspot
  await hubspot.crm.contacts.batchApi.upsert({ inputs: [{ id: '1', properties: { email: user.email } }] }); // ~> contact.email hubspot
  await hubspot.crm.companies.basicApi.create({ properties: { domain: 'acme.org' } });
  await hubspot.crm.objects.basicApi.create('notes', { properties: { hs_note_body: `call ${user.phone}` } }); // ~> contact.phone hubspot
  await hubspot.events.send.basicApi.send({ eventName: 'signup', email: user.email, properties: { plan: user.plan } }); // ~> contact.email hubspot
  await hubspot.apiRequest({ method: 'POST', path: '/crm/v3/x', body: { email: user.email } }); // ~> contact.email hubspot
  await fetch('https://api.hsforms.com/submissions/v3/integration/submit/1/a', {
    method: 'POST',
    body: JSON.stringify({ fields: [{ name: 'firstname', value: user.firstName }] }), // ~> identity.first_name hubspot
  });
});
