import { datadogLogs } from '@datadog/browser-logs';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

const log = {
  info: (message: string, context: object) => datadogLogs.logger.info(message, context),
};

auth.on('login', (user: User) => {
  log.info('signed in', { email: user.email }); // ~> contact.email datadog
});
