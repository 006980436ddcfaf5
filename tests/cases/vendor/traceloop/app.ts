import * as traceloop from '@traceloop/node-server-sdk';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; plan: string }

traceloop.initialize({ appName: 'acme', apiKey: 'key' });
const client = traceloop.getClient();

inbox.on('question', async (user: User) => {
  traceloop.withAssociationProperties({ user_id: user.id, email: user.email }, async () => {}); // ~> contact.email traceloop, identifier.user_id traceloop
  await client.userFeedback.create({ annotationTask: 'a', entity: { id: '1' }, tags: { email: user.email } }); // ~> contact.email traceloop
});
