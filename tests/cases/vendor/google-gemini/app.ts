import { GoogleGenAI } from '@google/genai';
import { GoogleGenerativeAI } from '@google/generative-ai';
import { VertexAI } from '@google-cloud/vertexai';
import { ChatGoogleGenerativeAI } from '@langchain/google-genai';
import { inbox } from '@acme/inbox';

interface Question { text: string; language: string }

const ai = new GoogleGenAI({ apiKey: 'key' });
const old = new GoogleGenerativeAI('key').getGenerativeModel({ model: 'gemini-1.5-pro' });
const vertex = new VertexAI({ project: 'p', location: 'europe-west4' }).getGenerativeModel({ model: 'gemini-1.5-pro' });
const chat = new ChatGoogleGenerativeAI({ model: 'gemini-2.5-pro' });

inbox.on('question', async (question: Question, upload: { stream: Blob }) => {
  await ai.models.generateContent({ model: 'gemini-2.5-pro', contents: question.text }); // ~> content.llm_prompt google-gemini
  await ai.models.generateContentStream({ model: 'gemini-2.5-pro', contents: [{ role: 'user', parts: [{ text: question.text }] }] }); // ~> content.llm_prompt google-gemini
  await ai.models.generateImages({ model: 'imagen-4', prompt: question.text }); // ~> content.llm_prompt google-gemini
  await ai.files.upload({ file: upload.stream }); // ~> content.file google-gemini
  await ai.models.generateContent({ model: 'gemini-2.5-pro', contents: 'Hello' });
  const talk = ai.chats.create({ model: 'gemini-2.5-pro' });
  await talk.sendMessage({ message: question.text }); // ~> content.llm_prompt google-gemini
  await old.generateContent(question.text); // ~> content.llm_prompt google-gemini
  await old.startChat().sendMessage(question.text); // ~> content.llm_prompt google-gemini
  await vertex.generateContent({ contents: [{ role: 'user', parts: [{ text: question.text }] }] }); // ~> content.llm_prompt google-gemini
  await chat.invoke(question.text); // ~> content.llm_prompt google-gemini
});
