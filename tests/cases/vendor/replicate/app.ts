import Replicate from 'replicate';
import { inbox } from '@acme/inbox';

interface Question { text: string; photo: Blob; recording: Blob }

const replicate = new Replicate();

inbox.on('question', async (question: Question) => {
  await replicate.run('meta/llama', { input: { prompt: question.text } }); // ~> content.llm_prompt replicate
  for await (const event of replicate.stream('meta/llama', { input: { prompt: question.text } })) console.log(event); // ~> content.llm_prompt replicate
  await replicate.predictions.create({ version: 'a', input: { image: question.photo } }); // ~> content.file replicate
  await replicate.deployments.predictions.create('acme', 'whisper', { input: { audio: question.recording } }); // ~> content.voice replicate
  await replicate.files.create(question.photo); // ~> content.file replicate
  await replicate.run('meta/llama', { input: { prompt: 'Hello' } });
});
