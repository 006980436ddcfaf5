import Hotjar from '@hotjar/browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; firstName: string; phone: string; plan: string }

Hotjar.init(123456, 6);

auth.on('login', (user: User) => {
  Hotjar.identify(user.id, { email: user.email, first_name: user.firstName, plan: user.plan }); // ~> identifier.user_id hotjar, contact.email hotjar, identity.first_name hotjar
  Hotjar.identify(null, { phone: user.phone }); // ~> contact.phone hotjar
  Hotjar.event(`login of ${user.email}`); // ~> contact.email hotjar
  Hotjar.event('login');
  Hotjar.stateChange(`/users?email=${user.email}`); // ~> contact.email hotjar
  Hotjar.stateChange('/users');
});
