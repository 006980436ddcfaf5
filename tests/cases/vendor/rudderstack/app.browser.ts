import { RudderAnalytics } from '@rudderstack/analytics-js';
import { auth } from '@acme/auth';

interface User { id: string; email: string; firstName: string; phone: string; orgId: string; deviceId: string; plan: string }

const analytics = new RudderAnalytics();
analytics.load('key', 'https://hosted.rudderlabs.com', { sessions: { autoTrack: false } });

auth.on('login', (user: User) => {
  analytics.identify(user.id, { email: user.email, firstName: user.firstName }); // ~> identifier.user_id rudderstack, contact.email rudderstack, identity.first_name rudderstack
  analytics.identify({ phone: user.phone }); // ~> contact.phone rudderstack
  analytics.track('Signed in', { email: user.email, plan: user.plan }); // ~> contact.email rudderstack
  analytics.page('Account', 'Settings', { phone: user.phone }); // ~> contact.phone rudderstack
  analytics.group(user.orgId, { contact: user.email }); // ~> identifier.org_id rudderstack, contact.email rudderstack
  analytics.alias(user.id, 'anonymous'); // ~> identifier.user_id rudderstack
  analytics.setAnonymousId(user.deviceId); // ~> identifier.device_id rudderstack
  analytics.setCustomContext({ email: user.email }); // ~> contact.email rudderstack
  analytics.load('key', 'https://hosted.rudderlabs.com', { context: { email: user.email } }); // ~> contact.email rudderstack
  analytics.track('Plan chosen', { plan: user.plan, seats: 3 });
  analytics.reset();
});
