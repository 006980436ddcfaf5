import { GoogleGenAI } from '@google/genai';
import { inbox } from '@acme/inbox';

interface Question { text: string; document: Blob }

const ai = new GoogleGenAI({ apiKey: 'key' });

inbox.on('question', async (question: Question) => {
  const session = await ai.live.connect({ model: 'gemini-live', callbacks: {} });
  session.sendClientContent({ turns: question.text }); // ~> content.llm_prompt google-gemini
  session.sendRealtimeInput({ text: question.text }); // ~> content.llm_prompt google-gemini
  await ai.batches.create({ model: 'gemini', src: [{ contents: question.text }] }); // ~> content.llm_prompt google-gemini
  await ai.fileSearchStores.uploadToFileSearchStore({ fileSearchStoreName: 'a', file: question.document }); // ~> content.file google-gemini
});
