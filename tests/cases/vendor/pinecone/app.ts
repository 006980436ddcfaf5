import { Pinecone } from '@pinecone-database/pinecone';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; plan: string }
interface Question { text: string; vector: number[] }

const pc = new Pinecone({ apiKey: 'key' });
const index = pc.index('notes');

inbox.on('question', async (user: User, question: Question) => {
  await index.upsert({ records: [{ id: '1', values: [0.1], metadata: { email: user.email, text: question.text } }] }); // ~> contact.email pinecone, content.free_text pinecone
  await pc.Index('notes').namespace('a').upsert([{ id: '1', values: [0.1], metadata: { email: user.email } }]); // ~> contact.email pinecone
  await index.upsertRecords({ records: [{ id: '1', text: question.text, email: user.email }] }); // ~> contact.email pinecone, content.free_text pinecone
  await index.update({ id: '1', metadata: { email: user.email } }); // ~> contact.email pinecone
  await index.query({ vector: [0.1], topK: 3, filter: { email: user.email } }); // ~> contact.email pinecone
  await index.searchRecords({ query: { inputs: { text: question.text }, topK: 3 } }); // ~> behavior.search_query pinecone
  await pc.inference.embed('llama-text-embed-v2', [question.text]); // ~> content.llm_prompt pinecone
  await pc.inference.embed({ model: 'llama-text-embed-v2', inputs: [question.text] }); // ~> content.llm_prompt pinecone
  await pc.inference.rerank('bge', question.text, ['a']); // ~> behavior.search_query pinecone
  await index.fetch({ ids: ['1'] });
});
