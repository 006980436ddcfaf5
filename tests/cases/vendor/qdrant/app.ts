import { QdrantClient } from '@qdrant/js-client-rest';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; plan: string }
interface Question { text: string }

const client = new QdrantClient({ url: 'https://a.cloud.qdrant.io', apiKey: 'key' });

inbox.on('question', async (user: User, question: Question) => {
  await client.upsert('notes', { wait: true, points: [{ id: 1, vector: [0.1], payload: { text: question.text, email: user.email } }] }); // ~> contact.email qdrant, content.free_text qdrant
  await client.setPayload('notes', { payload: { email: user.email }, points: [1] }); // ~> contact.email qdrant
  await client.overwritePayload('notes', { payload: { email: user.email }, points: [1] }); // ~> contact.email qdrant
  await client.query('notes', { query: { text: question.text, model: 'bge' }, limit: 3 }); // ~> behavior.search_query qdrant
  await client.search('notes', { vector: [0.1], filter: { must: [{ key: 'email', match: { value: user.email } }] } }); // ~> contact.email qdrant
  await client.scroll('notes', { filter: { must: [{ key: 'email', match: { value: user.email } }] } }); // ~> contact.email qdrant
  await client.upsert('notes', { points: [{ id: 1, vector: [0.1], payload: { plan: user.plan } }] });
  await client.createCollection('notes', { vectors: { size: 3, distance: 'Dot' } });
});
