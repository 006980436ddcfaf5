import { setCustomData, setSessionData, setTag } from '@appsignal/nodejs';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; plan: string }

auth.on('login', (user: User) => {
  setTag('email', user.email); // ~> contact.email appsignal
  setTag('plan', user.plan);
  setCustomData({ phone: user.phone }); // ~> contact.phone appsignal
  setSessionData({ userId: user.id }); // ~> identifier.user_id appsignal
});
