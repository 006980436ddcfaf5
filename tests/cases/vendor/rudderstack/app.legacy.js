import * as analytics from 'rudder-sdk-js';
import { auth } from '@acme/auth';

analytics.load('key', 'https://hosted.rudderlabs.com');

auth.on('login', (user) => {
  analytics.identify(user.id, { email: user.email }); // ~> identifier.user_id rudderstack, contact.email rudderstack
  analytics.track('Plan chosen', { plan: user.plan });
  rudderanalytics.track('Signed in', { phone: user.phone }); // ~> contact.phone rudderstack
  window.rudderanalytics.group(user.orgId); // ~> identifier.org_id rudderstack
});
