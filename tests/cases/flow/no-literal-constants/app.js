import * as Sentry from '@sentry/browser';
import mixpanel from 'mixpanel-browser';

const SUPPORT = { email: 'support@acme.com', name: 'Acme Support' };

window.addEventListener('load', () => {
  mixpanel.people.set({ $email: 'nobody@example.com', $name: 'Anonymous' });
  Sentry.setUser({ email: SUPPORT.email, username: SUPPORT.name });
});
