import Statsig from 'statsig-node';
import { Statsig as Core, StatsigUser } from '@statsig/statsig-node-core';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string }

const core = new Core('secret');

auth.on('login', (user: User) => {
  Statsig.checkGate({ userID: user.id, email: user.email }, 'new-login'); // ~> identifier.user_id statsig, contact.email statsig
  Statsig.logEvent({ userID: user.id }, 'login', null, { phone: user.phone }); // ~> identifier.user_id statsig, contact.phone statsig
  const who = new StatsigUser({ userID: user.id, email: user.email }); // ~> identifier.user_id statsig, contact.email statsig
  core.checkGate(who, 'new-login');
  core.logEvent(who, 'login', 'ok', { phone: user.phone }); // ~> contact.phone statsig
});
