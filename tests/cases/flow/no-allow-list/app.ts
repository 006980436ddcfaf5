import { pick } from 'lodash';
import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

const ALLOWED = ['plan'] as const;

auth.on('login', (user: User) => {
  mixpanel.people.set(pick(user, ALLOWED));
});
