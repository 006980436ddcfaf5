import statsig from 'statsig-js';
import { auth } from '@acme/auth';

auth.on('login', async (user) => {
  await statsig.initialize('client-key', { userID: user.id, email: user.email }); // ~> identifier.user_id statsig, contact.email statsig
  await statsig.updateUser({ userID: user.id }); // ~> identifier.user_id statsig
  statsig.logEvent('login', 1, { email: user.email }); // ~> contact.email statsig
});
