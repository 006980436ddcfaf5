import weaviate, { connectToWeaviateCloud } from 'weaviate-client';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; plan: string }
interface Question { text: string }

inbox.on('question', async (user: User, question: Question) => {
  const client = await weaviate.connectToWeaviateCloud('https://a.weaviate.cloud', { authCredentials: new weaviate.ApiKey('key') });
  const notes = client.collections.use('Note');
  await notes.data.insert({ text: question.text, email: user.email }); // ~> contact.email weaviate, content.free_text weaviate
  await notes.data.insertMany([{ email: user.email }]); // ~> contact.email weaviate
  await notes.data.update({ id: '1', properties: { email: user.email } }); // ~> contact.email weaviate
  await notes.query.nearText(question.text, { limit: 3 }); // ~> behavior.search_query weaviate
  await notes.query.bm25(question.text); // ~> behavior.search_query weaviate
  await notes.generate.hybrid('notes', { singlePrompt: question.text }); // ~> content.llm_prompt weaviate
  const other = await connectToWeaviateCloud('https://a.weaviate.cloud');
  await other.collections.get('Note').withTenant('a').data.replace({ id: '1', properties: { email: user.email } }); // ~> contact.email weaviate
  await notes.data.insert({ plan: user.plan });
  const local = await weaviate.connectToLocal();
  await local.collections.use('Note').data.insert({ email: user.email });
});
