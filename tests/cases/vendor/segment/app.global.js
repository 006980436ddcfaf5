import { auth } from '@acme/auth';

analytics.load('key', { integrations: { All: true } });
analytics.page();

auth.on('login', (user) => {
  analytics.identify(user.id, { email: user.email }); // ~> identifier.user_id segment, contact.email segment
  window.analytics.track('Signed in', { phone: user.phone }); // ~> contact.phone segment
  analytics.group(user.orgId); // ~> identifier.org_id segment
  analytics.track('Plan chosen', { plan: user.plan });
});

export const snippet = 'https://cdn.segment.com/analytics.js/v1/key/analytics.min.js';
