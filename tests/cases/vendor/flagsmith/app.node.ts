import { Flagsmith } from 'flagsmith-nodejs';
import { auth } from '@acme/auth';

interface User { id: string; email: string }

const flagsmith = new Flagsmith({ environmentKey: 'x' });

auth.on('login', async (user: User) => {
  await flagsmith.getIdentityFlags(user.id, { email: user.email }); // ~> identifier.user_id flagsmith, contact.email flagsmith
});
