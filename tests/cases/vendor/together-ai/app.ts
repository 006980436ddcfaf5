import Together from 'together-ai';
import { inbox } from '@acme/inbox';

interface Question { text: string; recording: Blob; language: string }

const together = new Together({ apiKey: 'key' });

inbox.on('question', async (question: Question) => {
  await together.chat.completions.create({ model: 'llama', messages: [{ role: 'user', content: question.text }] }); // ~> content.llm_prompt together-ai
  await together.chat.completions.stream({ model: 'llama', messages: [{ role: 'user', content: question.text }] }); // ~> content.llm_prompt together-ai
  await together.completions.create({ model: 'llama', prompt: question.text }); // ~> content.llm_prompt together-ai
  await together.embeddings.create({ model: 'bge', input: question.text }); // ~> content.llm_prompt together-ai
  await together.images.generate({ model: 'flux', prompt: question.text }); // ~> content.llm_prompt together-ai
  await together.rerank.create({ model: 'rerank', query: question.text, documents: ['a'] }); // ~> content.llm_prompt together-ai
  await together.audio.transcriptions.create({ file: question.recording }); // ~> content.voice together-ai
  await together.audio.speech.create({ input: question.text, model: 'sonic', voice: 'a' }); // ~> content.llm_prompt together-ai
  await together.models.list();
});
