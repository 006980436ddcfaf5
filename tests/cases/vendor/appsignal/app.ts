import Appsignal from '@appsignal/javascript';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; plan: string }

const appsignal = new Appsignal({ key: 'x' });

auth.on('login', (user: User, error: Error) => {
  appsignal.sendError(error, (span) => {
    span.setTags({ user_id: user.id, plan: user.plan }); // ~> identifier.user_id appsignal
    span.setParams({ email: user.email }); // ~> contact.email appsignal
  });
  appsignal.send(error, { email: user.email }); // ~> contact.email appsignal
  appsignal.addBreadcrumb({ category: 'login', action: 'login', metadata: { phone: user.phone } }); // ~> contact.phone appsignal
});
