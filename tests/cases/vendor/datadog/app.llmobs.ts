import tracer from 'dd-trace';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string }
interface Line { text: string }

tracer.init({ llmobs: { mlApp: 'support' } });

inbox.on('line', async (user: User, line: Line) => {
  tracer.llmobs.submitFeedback({ label: 'helpful', metricType: 'text', value: 'yes', submitter: { id: user.id } }); // ~> identifier.user_id datadog
  tracer.llmobs.annotationContext({ tags: { email: user.email } }, () => 1); // ~> contact.email datadog
});
