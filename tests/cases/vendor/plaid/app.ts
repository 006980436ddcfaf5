import { Configuration, PlaidApi } from 'plaid';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }

const plaid = new PlaidApi(new Configuration({}));

inbox.on('line', async (user: User) => {
  await plaid.linkTokenCreate({ client_name: 'Acme', language: 'en', country_codes: [], user: { client_user_id: user.id, email_address: user.email, phone_number: user.phone } }); // ~> contact.email plaid, contact.phone plaid, identifier.user_id plaid
  await plaid.identityMatch({ access_token: 'a', user: { legal_name: user.name } }); // ~> identity.name plaid
});
