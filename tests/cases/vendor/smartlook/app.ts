import Smartlook from 'smartlook-client';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string }

Smartlook.init('key', { region: 'eu' });
Smartlook.record({ forms: true });

auth.on('login', (user: User) => {
  Smartlook.identify(user.id, { email: user.email }); // ~> identifier.user_id smartlook, contact.email smartlook
  Smartlook.track('login', { phone: user.phone }); // ~> contact.phone smartlook
  Smartlook.properties({ email: user.email }); // ~> contact.email smartlook
});
