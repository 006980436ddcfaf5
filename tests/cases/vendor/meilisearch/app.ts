import { MeiliSearch } from 'meilisearch';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }
interface Line { text: string; file: Blob }

const client = new MeiliSearch({ host: 'https://a.meilisearch.io', apiKey: 'key' });

inbox.on('line', async (user: User, line: Line) => {
  await client.index('users').addDocuments([{ id: 1, email: user.email }]); // ~> contact.email meilisearch
  await client.index('notes').search(line.text); // ~> behavior.search_query meilisearch
  await client.multiSearch({ queries: [{ indexUid: 'notes', q: line.text }] }); // ~> behavior.search_query meilisearch
});
