import { context } from '@opentelemetry/api';
import { setMetadata, setUser } from '@arizeai/openinference-core';
import { addSpanNote } from '@arizeai/phoenix-client/spans';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; plan: string }
interface Question { text: string }

inbox.on('question', async (user: User, question: Question) => {
  context.with(setUser(context.active(), { userId: user.id }), () => {}); // ~> identifier.user_id arize
  context.with(setMetadata(context.active(), { email: user.email }), () => {}); // ~> contact.email arize
  await addSpanNote({ spanNote: { spanId: '1', note: question.text } }); // ~> content.free_text arize
});
