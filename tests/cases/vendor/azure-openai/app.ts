import { OpenAIClient, AzureKeyCredential } from '@azure/openai';
import createClient from '@azure-rest/ai-inference';
import { inbox } from '@acme/inbox';

const client = new OpenAIClient('https://acme.openai.azure.com', new AzureKeyCredential('key'));
const rest = createClient('https://acme.services.ai.azure.com/models', new AzureKeyCredential('key'));

inbox.on('question', async (user: { id: string }, question: { text: string }) => {
  await client.getChatCompletions('gpt-4', [{ role: 'user', content: question.text }], { user: user.id }); // ~> content.llm_prompt azure-openai, identifier.user_id azure-openai
  await client.getEmbeddings('embed', [question.text]); // ~> content.llm_prompt azure-openai
  await rest.path('/chat/completions').post({ body: { messages: [{ role: 'user', content: question.text }] } }); // ~> content.llm_prompt azure-openai
  await client.getChatCompletions('gpt-4', [{ role: 'user', content: 'Hello' }]);
});
