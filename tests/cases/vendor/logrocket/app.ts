import LogRocket from 'logrocket';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; phone: string; plan: string }

LogRocket.init('acme/web', { dom: { inputSanitizer: true, textSanitizer: true }, network: { isEnabled: false } });

auth.on('login', (user: User) => {
  LogRocket.identify(user.id, { name: user.name, email: user.email, plan: user.plan }); // ~> identifier.user_id logrocket, identity.name logrocket, contact.email logrocket
  LogRocket.identify({ email: user.email }); // ~> contact.email logrocket
  LogRocket.track('login', { phone: user.phone }); // ~> contact.phone logrocket
  LogRocket.track('login', { plan: user.plan });
  LogRocket.track('opened');
  LogRocket.log('login', user.email); // ~> contact.email logrocket
  LogRocket.info('login', { name: user.name }); // ~> identity.name logrocket
  LogRocket.warn(`login of ${user.phone}`); // ~> contact.phone logrocket
  LogRocket.error('login', user.plan);
  LogRocket.debug({ email: user.email }); // ~> contact.email logrocket
});

auth.on('failure', (user: User, error: Error) => {
  LogRocket.captureException(error);
  LogRocket.captureException(error, { tags: { plan: user.plan }, extra: { email: user.email } }); // ~> contact.email logrocket
  LogRocket.captureMessage(`no account for ${user.email}`); // ~> contact.email logrocket
  LogRocket.captureMessage('no account', { tags: { phone: user.phone } }); // ~> contact.phone logrocket
});
