import { CohereClient, CohereClientV2 } from 'cohere-ai';
import { ChatCohere } from '@langchain/cohere';
import { inbox } from '@acme/inbox';

interface Question { text: string; language: string }

const cohere = new CohereClient({ token: 'key' });
const v2 = new CohereClientV2({ token: 'key' });
const chat = new ChatCohere({ model: 'command-r' });

inbox.on('question', async (question: Question) => {
  await cohere.chat({ message: question.text }); // ~> content.llm_prompt cohere
  await v2.chat({ model: 'command-r', messages: [{ role: 'user', content: question.text }] }); // ~> content.llm_prompt cohere
  await cohere.embed({ texts: [question.text], model: 'embed' }); // ~> content.llm_prompt cohere
  await v2.rerank({ model: 'rerank', query: question.text, documents: ['a'] }); // ~> content.llm_prompt cohere
  await cohere.chat({ message: 'Hello' });
  await chat.invoke(question.text); // ~> content.llm_prompt cohere
});
