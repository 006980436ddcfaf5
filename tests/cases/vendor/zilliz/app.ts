import { MilvusClient } from '@zilliz/milvus2-sdk-node';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; plan: string }
interface Question { text: string }

const client = new MilvusClient({ address: 'https://a.zillizcloud.com', token: 'key' });

inbox.on('question', async (user: User, question: Question) => {
  await client.insert({ collection_name: 'notes', data: [{ id: 1, email: user.email, text: question.text }] }); // ~> contact.email zilliz, content.free_text zilliz
  await client.upsert({ collection_name: 'notes', fields_data: [{ id: 1, email: user.email }] }); // ~> contact.email zilliz
  await client.search({ collection_name: 'notes', data: [0.1], filter: `email == "${user.email}"`, limit: 3 }); // ~> contact.email zilliz
  await client.query({ collection_name: 'notes', filter: 'id > 1' });
  await client.insert({ collection_name: 'notes', data: [{ plan: user.plan }] });
});
