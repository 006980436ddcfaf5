import OpenAI, { AzureOpenAI } from 'openai';
import { inbox } from '@acme/inbox';

const azure = new AzureOpenAI({ endpoint: 'https://acme.openai.azure.com', apiVersion: '1' });
const openai = new OpenAI();

inbox.on('question', async (question: { text: string }) => {
  const messages = [{ role: 'user' as const, content: question.text }]; // ~> content.llm_prompt azure-openai, content.llm_prompt openai
  await azure.chat.completions.create({ model: 'm', messages });
  await openai.chat.completions.create({ model: 'm', messages });
});
