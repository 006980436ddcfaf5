import { HeliconeManualLogger } from '@helicone/helpers';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; plan: string }
interface Question { text: string; answer: string }

const helicone = new HeliconeManualLogger({ apiKey: 'key' });

inbox.on('question', async (user: User, question: Question) => {
  await helicone.logSingleRequest({ model: 'gpt', messages: [{ role: 'user', content: question.text }] }, question.answer, { additionalHeaders: { 'Helicone-User-Id': user.id }, latencyMs: 1 }); // ~> content.llm_prompt helicone, identifier.user_id helicone
  await helicone.logRequest({ model: 'gpt', prompt: question.text }, async () => {}, { 'Helicone-User-Id': user.id }); // ~> content.llm_prompt helicone, identifier.user_id helicone
  const log = helicone.logBuilder({ model: 'gpt', messages: [{ role: 'user', content: question.text }] }); // ~> content.llm_prompt helicone
  log.setResponse(question.answer); // ~> content.llm_prompt helicone
});
