import { createInstance, useMatomo } from '@datapunt/matomo-tracker-react';
import MatomoTracker from '@datapunt/matomo-tracker-js';
import { useUser } from '@acme/auth';

export function Person() {
  const user: { id: string; email: string } = useUser();
  const { trackLink } = useMatomo();
  createInstance({ urlBase: 'https://matomo.example.org', siteId: 1, userId: user.id }); // ~> identifier.user_id matomo
  new MatomoTracker({ urlBase: 'https://matomo.example.org', siteId: 1, userId: user.id }); // ~> identifier.user_id matomo
  trackLink({ href: window.location.href }); // ~> behavior.page_url matomo
  return null;
}
