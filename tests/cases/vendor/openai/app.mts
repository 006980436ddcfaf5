import { ChatOpenAI, OpenAIEmbeddings } from '@langchain/openai';
import { Agent, run } from '@openai/agents';
import { OpenAI } from 'openai';
import { inbox } from '@acme/inbox';

interface Question { text: string; language: string }

const chat = new ChatOpenAI({ model: 'gpt-5.5' });
const embeddings = new OpenAIEmbeddings({ model: 'text-embedding-3-small' });
const agent = new Agent({ name: 'Helper', instructions: 'Be brief.' });
const client = new OpenAI();

inbox.on('question', async (question: Question) => {
  await chat.invoke(question.text); // ~> content.llm_prompt openai
  await chat.stream(question.text); // ~> content.llm_prompt openai
  await chat.batch([question.text]); // ~> content.llm_prompt openai
  chat.streamEvents(question.text, { version: 'v2' }); // ~> content.llm_prompt openai
  await chat.predict(question.text); // ~> content.llm_prompt openai
  await chat.predictMessages([question.text]); // ~> content.llm_prompt openai
  await chat.call([question.text]); // ~> content.llm_prompt openai
  await chat.generate([[question.text]]); // ~> content.llm_prompt openai
  await chat.invoke('Hello');
  await chat.withConfig({ stop: ['.'] }).invoke(question.text); // ~> content.llm_prompt openai
  await embeddings.embedQuery(question.text); // ~> content.llm_prompt openai
  await embeddings.embedDocuments([question.text]); // ~> content.llm_prompt openai
  await run(agent, question.text); // ~> content.llm_prompt openai
  await run(agent, 'Hello');
  await client.responses.create({ model: 'gpt-5.5', input: question.text }); // ~> content.llm_prompt openai
});
