import { Langfuse } from 'langfuse';
import { propagateAttributes, startObservation, updateActiveObservation } from '@langfuse/tracing';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; plan: string }

const langfuse = new Langfuse();

inbox.on('question', async (user: User, question: { text: string }) => {
  const trace = langfuse.trace({ name: 'ask', userId: user.id, input: question.text, metadata: { email: user.email } }); // ~> contact.email langfuse, content.llm_prompt langfuse, identifier.user_id langfuse
  trace.generation({ name: 'answer', input: [{ role: 'user', content: question.text }] }); // ~> content.llm_prompt langfuse
  const span = langfuse.span({ name: 'search', input: question.text }); // ~> content.llm_prompt langfuse
  span.end({ output: question.text }); // ~> content.llm_prompt langfuse
  startObservation('ask', { input: question.text }); // ~> content.llm_prompt langfuse
  updateActiveObservation({ metadata: { email: user.email } }); // ~> contact.email langfuse
  propagateAttributes({ userId: user.id }, () => {}); // ~> identifier.user_id langfuse
  langfuse.trace({ name: user.plan });
});
