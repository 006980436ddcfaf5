// Version 3.
const { Configuration, OpenAIApi } = require('openai');
const { inbox } = require('@acme/inbox');

const openai = new OpenAIApi(new Configuration({ apiKey: process.env.OPENAI_API_KEY }));

inbox.on('question', async (user, question, upload) => {
  await openai.createChatCompletion({ model: 'gpt-4', messages: [{ role: 'user', content: question.text }] }); // ~> content.llm_prompt openai
  await openai.createCompletion({ model: 'davinci', prompt: question.text, user: user.id }); // ~> content.llm_prompt openai, identifier.user_id openai
  await openai.createEmbedding({ model: 'text-embedding-ada-002', input: question.text }); // ~> content.llm_prompt openai
  await openai.createModeration({ input: 'Hello' });
  await openai.createImage({ prompt: question.text }); // ~> content.llm_prompt openai
  await openai.createEdit({ model: 'text-davinci-edit-001', input: question.text, instruction: 'Fix the spelling' }); // ~> content.llm_prompt openai
  await openai.createTranscription(upload.stream, 'whisper-1'); // ~> content.voice openai
  await openai.createTranslation(upload.stream, 'whisper-1'); // ~> content.voice openai
  await openai.createFile(upload.stream, 'fine-tune'); // ~> content.file openai
});
