import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

function track(event: string, ...details: unknown[]) {
  mixpanel.track(event, { details });
}

auth.on('login', (user: User) => {
  track('login', 'web', user.email); // ~> contact.email mixpanel
});
