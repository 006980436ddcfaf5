import { VoyageAIClient } from 'voyageai';
import { inbox } from '@acme/inbox';

interface Question { text: string }

const client = new VoyageAIClient({ apiKey: 'key' });

inbox.on('question', async (question: Question) => {
  await client.embed({ input: question.text, model: 'voyage-3' }); // ~> content.llm_prompt voyage-ai
  await client.rerank({ query: question.text, documents: ['a'], model: 'rerank-2' }); // ~> content.llm_prompt voyage-ai
  await client.multimodalEmbed({ inputs: [{ content: [{ type: 'text', text: question.text }] }], model: 'voyage-multimodal-3' }); // ~> content.llm_prompt voyage-ai
  await client.contextualizedEmbed({ inputs: [[question.text]], model: 'voyage-context-3' }); // ~> content.llm_prompt voyage-ai
});
