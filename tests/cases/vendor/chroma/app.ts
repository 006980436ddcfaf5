import { CloudClient } from 'chromadb';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; plan: string }
interface Question { text: string }

const client = new CloudClient({ apiKey: 'key', tenant: 'acme', database: 'notes' });

inbox.on('question', async (user: User, question: Question) => {
  const notes = await client.getOrCreateCollection({ name: 'notes' });
  await notes.add({ ids: ['1'], documents: [question.text], metadatas: [{ email: user.email }] }); // ~> contact.email chroma, content.free_text chroma
  await notes.upsert({ ids: ['1'], documents: [question.text] }); // ~> content.free_text chroma
  await notes.update({ ids: ['1'], metadatas: [{ email: user.email }] }); // ~> contact.email chroma
  await notes.query({ queryTexts: [question.text], nResults: 3 }); // ~> behavior.search_query chroma
  await notes.query({ queryEmbeddings: [[0.1]], where: { email: user.email } }); // ~> contact.email chroma
  await notes.add({ ids: ['1'], metadatas: [{ plan: user.plan }] });
  await notes.peek({ limit: 3 });
});
