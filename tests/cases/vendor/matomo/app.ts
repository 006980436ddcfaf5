import MatomoTracker from '@datapunt/matomo-tracker-js';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string }

auth.on('login', (user: User) => {
  const tracker = new MatomoTracker({ urlBase: 'https://acme.matomo.cloud', siteId: 1, userId: user.id }); // ~> identifier.user_id matomo
  tracker.trackEvent({ category: 'account', action: 'login', name: user.email }); // ~> contact.email matomo
  tracker.trackPageView();
  tracker.pushInstruction('setUserId', user.email).pushInstruction('setCustomDimension', 1, user.phone); // ~> contact.email matomo, contact.phone matomo
});
