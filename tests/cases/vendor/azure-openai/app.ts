import { AzureKeyCredential } from '@azure/core-auth';
import createClient from '@azure-rest/ai-inference';
import { inbox } from '@acme/inbox';

const rest = createClient('https://acme.services.ai.azure.com/models', new AzureKeyCredential('key'));

inbox.on('question', async (question: { text: string }) => {
  await rest.path('/chat/completions').post({ body: { messages: [{ role: 'user', content: question.text }] } }); // ~> content.llm_prompt azure-openai
  await rest.path('/embeddings').post({ body: { input: [question.text] } }); // ~> content.llm_prompt azure-openai
  await rest.path('/chat/completions').post({ body: { messages: [{ role: 'user', content: 'Hello' }] } });
});
