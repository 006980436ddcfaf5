import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

// mixpanel.people.set({ $email: user.email });
const HELP = 'mixpanel.people.set({ $email: user.email })';

auth.on('login', () => {
  mixpanel.track('login', { help: HELP });
});
