import { Client, RunTree } from 'langsmith';
import { inbox } from '@acme/inbox';

const client = new Client();

inbox.on('question', async (user: { id: string; email: string }, question: { text: string }, comment: { text: string }) => {
  await client.createRun({ name: 'ask', run_type: 'llm', inputs: { question: question.text }, extra: { metadata: { email: user.email } } }); // ~> contact.email langsmith, content.llm_prompt langsmith
  await client.updateRun('r1', { outputs: { answer: question.text } }); // ~> content.llm_prompt langsmith
  await client.createFeedback('r1', 'rating', { score: 1, comment: comment.text }); // ~> content.free_text langsmith
  await client.createExample({ inputs: { question: question.text }, outputs: {} }); // ~> content.llm_prompt langsmith
  const run = new RunTree({ name: 'ask', inputs: { question: question.text } }); // ~> content.llm_prompt langsmith
  await run.end({ answer: question.text }); // ~> content.llm_prompt langsmith
});
