import Honeybadger from '@honeybadger-io/js';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; phone: string; plan: string }

Honeybadger.configure({ apiKey: 'x', breadcrumbsEnabled: false });

auth.on('login', (user: User, error: Error) => {
  Honeybadger.setContext({ user_id: user.id, user_email: user.email }); // ~> identifier.user_id honeybadger, contact.email honeybadger
  Honeybadger.notify(error, { context: { phone: user.phone, plan: user.plan } }); // ~> contact.phone honeybadger
  Honeybadger.notify(`login of ${user.email} failed`); // ~> contact.email honeybadger
  Honeybadger.addBreadcrumb('login', { metadata: { name: user.name } }); // ~> identity.name honeybadger
  Honeybadger.event('login', { email: user.email }); // ~> contact.email honeybadger
  Honeybadger.notify(error);
});
