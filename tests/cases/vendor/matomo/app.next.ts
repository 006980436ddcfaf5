import MatomoTracker from '@jonkoops/matomo-tracker';
import { push, sendEvent } from '@socialgouv/matomo-next';
import { bus } from '@acme/bus';

interface User { id: string; email: string }

const tracker = new MatomoTracker({ urlBase: 'https://acme.matomo.cloud', siteId: 1 });

bus.on('login', (user: User) => {
  push(['setUserId', user.id]); // ~> identifier.user_id matomo
  push(['trackEvent', 'auth', 'login', user.email]); // ~> contact.email matomo
  sendEvent({ category: 'auth', action: 'login', name: user.email }); // ~> contact.email matomo
  tracker.trackEvent({ category: 'auth', action: user.email }); // ~> contact.email matomo
});
