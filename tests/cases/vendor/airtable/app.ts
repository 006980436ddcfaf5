import Airtable from 'airtable';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }

const base = new Airtable({ apiKey: 'key' }).base('app');

inbox.on('line', async (user: User) => {
  await base('Leads').create([{ fields: { Email: user.email } }]); // ~> contact.email airtable
  await base('Leads').update('1', { Email: user.email }); // ~> contact.email airtable
});
