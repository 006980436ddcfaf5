import { createPopup, createWidget } from '@typeform/embed';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

auth.on('login', (user: User) => {
  createWidget('f1', { container: document.body, hidden: { email: user.email, name: user.name } }); // ~> contact.email typeform, identity.name typeform
  createPopup('f1', { hidden: { user_id: user.id } }); // ~> identifier.user_id typeform
  createPopup('f1', { hidden: { plan: user.plan } });
});
