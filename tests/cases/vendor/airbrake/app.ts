import { Notifier } from '@airbrake/browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; plan: string }

const airbrake = new Notifier({ projectId: 1, projectKey: 'x', environment: 'production' });

auth.on('login', (user: User, error: Error) => {
  airbrake.notify({ error, context: { user: { id: user.id, email: user.email } } }); // ~> identifier.user_id airbrake, contact.email airbrake
  airbrake.notify({ error, params: { phone: user.phone, plan: user.plan } }); // ~> contact.phone airbrake
  airbrake.scope().setContext({ user: { email: user.email } }); // ~> contact.email airbrake
  airbrake.notify(error);
});
