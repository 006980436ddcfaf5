import { Userpilot } from 'userpilot';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; orgId: string; plan: string }

Userpilot.initialize('token');

auth.on('login', (user: User) => {
  Userpilot.identify(user.id, { name: user.name, email: user.email, company: { id: user.orgId } }); // ~> contact.email userpilot, identifier.org_id userpilot, identifier.user_id userpilot, identity.name userpilot
  Userpilot.track('Signed in', { email: user.email }); // ~> contact.email userpilot
  Userpilot.track('Plan chosen', { plan: user.plan });
});
