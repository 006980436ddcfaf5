import { HfInference, InferenceClient } from '@huggingface/inference';
import { inbox } from '@acme/inbox';

const client = new InferenceClient('hf_1');
const old = new HfInference('hf_1');

inbox.on('question', async (question: { text: string }, upload: { stream: Blob }) => {
  await client.chatCompletion({ model: 'm', messages: [{ role: 'user', content: question.text }] }); // ~> content.llm_prompt huggingface
  await client.textGeneration({ model: 'm', inputs: question.text }); // ~> content.llm_prompt huggingface
  await client.featureExtraction({ model: 'm', inputs: question.text }); // ~> content.llm_prompt huggingface
  await client.automaticSpeechRecognition({ model: 'm', data: upload.stream }); // ~> content.voice huggingface
  await old.summarization({ model: 'm', inputs: question.text }); // ~> content.llm_prompt huggingface
  await client.textGeneration({ model: 'm', inputs: 'Hello' });
});
