import mixpanel from 'mixpanel-browser';
import * as Sentry from '@sentry/browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

auth.on('login', (user: User) => {
  const email = user.email; // ~> contact.email mixpanel, contact.email sentry
  mixpanel.people.set({ $email: email });
  Sentry.setUser({ email });
});
