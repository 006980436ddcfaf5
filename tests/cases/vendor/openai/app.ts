import OpenAI from 'openai';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; plan: string }
interface Question { text: string; language: string }
interface Upload { stream: Blob }

const openai = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });

inbox.on('question', async (user: User, question: Question) => {
  await openai.chat.completions.create({
    model: 'gpt-5.5',
    messages: [
      { role: 'system', content: 'You are a helpful assistant.' },
      { role: 'user', content: question.text }, // ~> content.llm_prompt openai
    ],
    user: user.id, // ~> identifier.user_id openai
  });
  await openai.chat.completions.parse({ model: 'gpt-5.5', messages: [{ role: 'user', content: question.text }] }); // ~> content.llm_prompt openai
  await openai.beta.chat.completions.parse({ model: 'gpt-5.5', messages: [{ role: 'user', content: question.text }] }); // ~> content.llm_prompt openai
  openai.chat.completions.stream({ model: 'gpt-5.5', messages: [{ role: 'user', content: 'Hello' }], metadata: { email: user.email } }); // ~> contact.email openai
  await openai.responses.create({ model: 'gpt-5.5', input: question.text }); // ~> content.llm_prompt openai
  await openai.responses.create({ model: 'gpt-5.5', input: 'Hello', safety_identifier: user.id }); // ~> identifier.user_id openai
  await openai.responses.create({ model: 'gpt-5.5', instructions: 'Be brief.', input: 'Hello', metadata: { plan: user.plan } });
  openai.responses.stream({ model: 'gpt-5.5', input: question.text }); // ~> content.llm_prompt openai
  await openai.completions.create({ model: 'gpt-3.5-turbo-instruct', prompt: question.text }); // ~> content.llm_prompt openai
  await openai.embeddings.create({ model: 'text-embedding-3-small', input: question.text }); // ~> content.llm_prompt openai
  await openai.moderations.create({ input: question.text }); // ~> content.llm_prompt openai
  await openai.moderations.create({ input: 'Hello' });
});

inbox.on('media', async (user: User, question: Question, upload: Upload) => {
  await openai.audio.transcriptions.create({ model: 'whisper-1', file: upload.stream }); // ~> content.voice openai
  await openai.audio.translations.create({ model: 'whisper-1', file: upload.stream }); // ~> content.voice openai
  await openai.audio.speech.create({ model: 'tts-1', voice: 'alloy', input: question.text }); // ~> content.llm_prompt openai
  await openai.images.generate({ model: 'gpt-image-1', prompt: question.text, user: user.id }); // ~> content.llm_prompt openai, identifier.user_id openai
  await openai.images.edit({ model: 'gpt-image-1', prompt: 'Remove the background', image: upload.stream }); // ~> content.file openai
  await openai.images.createVariation({ image: upload.stream }); // ~> content.file openai
  await openai.videos.create({ model: 'sora-2', prompt: question.text }); // ~> content.llm_prompt openai
  await openai.files.create({ file: upload.stream, purpose: 'assistants' }); // ~> content.file openai
  await openai.vectorStores.search('vs_1', { query: question.text }); // ~> content.llm_prompt openai
  await openai.vectorStores.files.uploadAndPoll('vs_1', upload.stream); // ~> content.file openai
});

inbox.on('conversation', async (user: User, question: Question) => {
  await openai.conversations.create({ metadata: { email: user.email } }); // ~> contact.email openai
  const thread = await openai.beta.threads.create({ messages: [{ role: 'user', content: question.text }] }); // ~> content.llm_prompt openai
  await openai.beta.threads.messages.create(thread.id, { role: 'user', content: question.text }); // ~> content.llm_prompt openai
  await openai.beta.threads.messages.create(thread.id, { role: 'user', content: 'Go on.' });
  await openai.beta.threads.runs.create(thread.id, { assistant_id: 'a1', additional_instructions: question.text }); // ~> content.llm_prompt openai
  await openai.beta.threads.runs.createAndPoll(thread.id, { assistant_id: 'a1' });
  await openai.withOptions({ timeout: 1000 }).responses.create({ model: 'gpt-5.5', input: question.text }); // ~> content.llm_prompt openai
});

inbox.on('task', async (user: User, question: Question, upload: Upload) => {
  openai.chat.completions.runTools({ model: 'gpt-5.5', messages: [{ role: 'user', content: question.text }], tools: [] }); // ~> content.llm_prompt openai
  openai.beta.chat.completions.runTools({ model: 'gpt-5.5', messages: [{ role: 'user', content: 'Hello' }], tools: [] });
  await openai.chat.completions.update('c1', { metadata: { email: user.email } }); // ~> contact.email openai
  await openai.responses.compact({ model: 'gpt-5.5', input: question.text }); // ~> content.llm_prompt openai
  await openai.videos.remix('v1', { prompt: question.text }); // ~> content.llm_prompt openai
  await openai.videos.extend({ video: { id: 'v1' }, prompt: question.text, seconds: '4' }); // ~> content.llm_prompt openai
  await openai.vectorStores.create({ name: 'docs', metadata: { plan: user.plan } });
  await openai.vectorStores.files.upload('vs_1', upload.stream); // ~> content.file openai
  await openai.beta.assistants.create({ model: 'gpt-5.5', instructions: question.text }); // ~> content.llm_prompt openai
  await openai.beta.assistants.update('a1', { metadata: { email: user.email } }); // ~> contact.email openai
  await openai.beta.assistants.update('a1', { description: question.text }); // ~> content.free_text openai
  await openai.beta.threads.update('t1', { metadata: { email: user.email } }); // ~> contact.email openai
  await openai.beta.threads.createAndRun({ assistant_id: 'a1', thread: { messages: [{ role: 'user', content: question.text }] } }); // ~> content.llm_prompt openai
  await openai.beta.threads.createAndRunPoll({ assistant_id: 'a1', instructions: question.text }); // ~> content.llm_prompt openai
  openai.beta.threads.createAndRunStream({ assistant_id: 'a1', instructions: 'Be brief.' });
  openai.beta.threads.runs.stream('t1', { assistant_id: 'a1', instructions: question.text }); // ~> content.llm_prompt openai
  openai.beta.threads.runs.createAndStream('t1', { assistant_id: 'a1' });
  await openai.beta.threads.runs.submitToolOutputs('r1', { thread_id: 't1', tool_outputs: [{ tool_call_id: 'c1', output: user.email }] }); // ~> contact.email openai
  await openai.beta.threads.runs.submitToolOutputsAndPoll('r1', { thread_id: 't1', tool_outputs: [] });
  openai.beta.threads.runs.submitToolOutputsStream('r1', { thread_id: 't1', tool_outputs: [{ tool_call_id: 'c1', output: user.plan }] });
});
