import { Axiom } from '@axiomhq/js';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; plan: string }

const axiom = new Axiom({ token: 'x' });

auth.on('login', (user: User) => {
  axiom.ingest('web', [{ event: 'login', email: user.email, plan: user.plan }]); // ~> contact.email axiom
  axiom.ingest('web', { phone: user.phone }); // ~> contact.phone axiom
  axiom.flush();
});
