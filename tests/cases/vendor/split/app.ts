import { SplitFactory } from '@splitsoftware/splitio';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; plan: string }

const server = SplitFactory({ core: { authorizationKey: 'x' } }).client();

auth.on('login', (user: User) => {
  const factory = SplitFactory({ core: { authorizationKey: 'x', key: user.id } }); // ~> identifier.user_id split
  const client = factory.client();
  client.getTreatment('new-login', { email: user.email });
  client.track('user', 'login', 1, { email: user.email }); // ~> contact.email split
  server.getTreatment(user.id, 'new-login', { email: user.email }); // ~> identifier.user_id split
  server.track(user.id, 'user', 'login', 1, { phone: user.phone }); // ~> identifier.user_id split, contact.phone split
});
