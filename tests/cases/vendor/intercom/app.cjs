// Versions 3 and 4.
const { Client } = require('intercom-client');
const { auth } = require('@acme/auth');

const client = new Client({ tokenAuth: { token: process.env.INTERCOM_TOKEN } });

auth.on('signup', async (user) => {
  await client.contacts.createUser({ externalId: user.id, email: user.email }); // ~> identifier.user_id intercom, contact.email intercom
  await client.contacts.createLead({ phone: user.phone }); // ~> contact.phone intercom
  await client.companies.create({ plan: user.plan });
});
