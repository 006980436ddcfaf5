import { initLogger } from 'braintrust';
import { queue } from '@acme/queue';

interface User { id: string; email: string }

const logger = initLogger({ projectName: 'shop' });

queue.on('ask', (user: User) => {
  logger.log({ input: `mail of ${user.email}`, metadata: { user_id: user.id } }); // ~> contact.email braintrust, identifier.user_id braintrust
});
