import Groq from 'groq-sdk';
import { ChatGroq } from '@langchain/groq';
import { inbox } from '@acme/inbox';

const groq = new Groq();
const chat = new ChatGroq({ model: 'llama' });

inbox.on('question', async (user: { id: string }, question: { text: string }, upload: { stream: Blob }) => {
  await groq.chat.completions.create({ model: 'llama', messages: [{ role: 'user', content: question.text }], user: user.id }); // ~> content.llm_prompt groq, identifier.user_id groq
  await groq.audio.transcriptions.create({ model: 'whisper', file: upload.stream }); // ~> content.voice groq
  await groq.chat.completions.create({ model: 'llama', messages: [{ role: 'user', content: 'Hello' }] });
  await chat.invoke(question.text); // ~> content.llm_prompt groq
});
