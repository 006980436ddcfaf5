import Anthropic from '@anthropic-ai/sdk';
import { query } from '@anthropic-ai/claude-agent-sdk';
import { ChatAnthropic } from '@langchain/anthropic';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; plan: string }
interface Question { text: string; language: string }

const client = new Anthropic();
const chat = new ChatAnthropic({ model: 'claude-opus-4-5' });

inbox.on('question', async (user: User, question: Question, upload: { stream: Blob }) => {
  await client.messages.create({ model: 'claude-opus-4-5', max_tokens: 10, messages: [{ role: 'user', content: question.text }], metadata: { user_id: user.id } }); // ~> content.llm_prompt anthropic, identifier.user_id anthropic
  client.messages.stream({ model: 'claude-opus-4-5', max_tokens: 10, messages: [{ role: 'user', content: question.text }] }); // ~> content.llm_prompt anthropic
  await client.messages.create({ model: 'claude-opus-4-5', max_tokens: 10, system: `The user is ${user.email}`, messages: [] }); // ~> contact.email anthropic
  await client.messages.countTokens({ model: 'claude-opus-4-5', messages: [{ role: 'user', content: 'Hello' }] });
  await client.beta.messages.create({ model: 'claude-opus-4-5', max_tokens: 10, messages: [{ role: 'user', content: question.text }] }); // ~> content.llm_prompt anthropic
  await client.messages.batches.create({ requests: [{ custom_id: '1', params: { messages: [{ role: 'user', content: question.text }] } }] }); // ~> content.llm_prompt anthropic
  await client.beta.files.upload({ file: upload.stream }); // ~> content.file anthropic
  query({ prompt: question.text }); // ~> content.llm_prompt anthropic
  await chat.invoke(question.text); // ~> content.llm_prompt anthropic
  await chat.stream([{ role: 'user', content: question.text }]); // ~> content.llm_prompt anthropic
});
