import { Portkey, createHeaders } from 'portkey-ai';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; plan: string }
interface Question { text: string }

const portkey = new Portkey({ apiKey: 'key', virtualKey: 'openai' });

inbox.on('question', async (user: User, question: Question) => {
  await portkey.chat.completions.create({ model: 'gpt', messages: [{ role: 'user', content: question.text }], user: user.id }); // ~> content.llm_prompt portkey, identifier.user_id portkey
  await portkey.chat.completions.create({ model: 'gpt', messages: [] }, { metadata: { email: user.email } }); // ~> contact.email portkey
  await portkey.embeddings.create({ model: 'a', input: question.text }); // ~> content.llm_prompt portkey
  await portkey.prompts.completions.create({ promptID: '1', variables: { question: question.text } }); // ~> content.llm_prompt portkey
  createHeaders({ apiKey: 'key', metadata: { _user: user.id } }); // ~> identifier.user_id portkey
});
