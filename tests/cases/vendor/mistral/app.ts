import { Mistral } from '@mistralai/mistralai';
import { ChatMistralAI } from '@langchain/mistralai';
import { inbox } from '@acme/inbox';

interface Question { text: string; language: string }

const mistral = new Mistral({ apiKey: 'key' });
const chat = new ChatMistralAI({ model: 'mistral-large-latest' });

inbox.on('question', async (question: Question, upload: { stream: Blob }) => {
  await mistral.chat.complete({ model: 'm', messages: [{ role: 'user', content: question.text }] }); // ~> content.llm_prompt mistral
  await mistral.chat.stream({ model: 'm', messages: [{ role: 'user', content: question.text }] }); // ~> content.llm_prompt mistral
  await mistral.embeddings.create({ model: 'm', inputs: [question.text] }); // ~> content.llm_prompt mistral
  await mistral.classifiers.moderate({ model: 'm', inputs: [question.text] }); // ~> content.llm_prompt mistral
  await mistral.files.upload({ file: upload.stream }); // ~> content.file mistral
  await mistral.audio.transcriptions.complete({ model: 'm', file: upload.stream }); // ~> content.voice mistral
  await mistral.chat.complete({ model: 'm', messages: [{ role: 'user', content: 'Hello' }] });
  await chat.invoke(question.text); // ~> content.llm_prompt mistral
});
