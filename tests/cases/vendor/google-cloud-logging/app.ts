import { ErrorReporting } from '@google-cloud/error-reporting';
import { Logging } from '@google-cloud/logging';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string }

const log = new Logging({ projectId: 'acme' }).log('web');
const errors = new ErrorReporting();

auth.on('login', async (user: User, error: Error) => {
  await log.write(log.entry({ severity: 'INFO' }, { email: user.email })); // ~> contact.email google-cloud-logging
  const entry = log.entry(`login of ${user.email}`); // ~> contact.email google-cloud-logging
  await log.info(entry);
  errors.report(error, { url: '/login' }, `no account for ${user.email}`); // ~> contact.email google-cloud-logging
  errors.report(errors.event().setMessage('denied').setUser(user.id)); // ~> identifier.user_id google-cloud-logging
});
