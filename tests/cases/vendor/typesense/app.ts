import Typesense from 'typesense';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }
interface Line { text: string; file: Blob }

const client = new Typesense.Client({ nodes: [{ host: 'a.typesense.net', port: 443, protocol: 'https' }], apiKey: 'key' });

inbox.on('line', async (user: User, line: Line) => {
  await client.collections('users').documents().create({ id: '1', email: user.email }); // ~> contact.email typesense
  await client.collections('notes').documents().search({ q: line.text, query_by: 'text' }); // ~> behavior.search_query typesense
  await client.multiSearch.perform({ searches: [{ collection: 'notes', q: line.text }] }); // ~> behavior.search_query typesense
});
