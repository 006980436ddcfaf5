import Rollbar from 'rollbar';
import { auth } from '@acme/auth';

interface User { id: string; email: string; username: string; phone: string; plan: string }

const rollbar = new Rollbar({ accessToken: 'x', captureIp: 'anonymize' });

auth.on('login', (user: User, error: Error) => {
  rollbar.configure({ payload: { person: { id: user.id, email: user.email, username: user.username } } }); // ~> identifier.user_id rollbar, contact.email rollbar, identity.username rollbar
  rollbar.error('login failed', error, { phone: user.phone, plan: user.plan }); // ~> contact.phone rollbar
  rollbar.info(`login of ${user.email}`); // ~> contact.email rollbar
  rollbar.critical(error);
  rollbar.captureEvent({ email: user.email }, 'info'); // ~> contact.email rollbar
});

auth.on('again', (user: User) => {
  new Rollbar({ accessToken: 'x', payload: { person: { email: user.email } } }); // ~> contact.email rollbar
});
