import Clarity from '@microsoft/clarity';
import { clarity } from 'react-microsoft-clarity';
import { auth } from '@acme/auth';

interface User { id: string; email: string; fullName: string; phone: string; plan: string }

Clarity.init('project');

auth.on('login', (user: User) => {
  Clarity.identify(user.id, undefined, undefined, user.fullName); // ~> identifier.user_id microsoft-clarity, identity.name microsoft-clarity
  Clarity.setTag('email', user.email); // ~> contact.email microsoft-clarity
  Clarity.setTag('plan', user.plan);
  Clarity.event(`login of ${user.email}`); // ~> contact.email microsoft-clarity
  clarity.identify("1", { phone: user.phone }); // ~> contact.phone microsoft-clarity
  clarity.identify(user.email, {}); // ~> contact.email microsoft-clarity
  clarity.setTag('phone', user.phone); // ~> contact.phone microsoft-clarity
});
