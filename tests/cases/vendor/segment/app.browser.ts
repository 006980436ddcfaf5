import { AnalyticsBrowser } from '@segment/analytics-next';
import { auth } from '@acme/auth';

interface User { id: string; email: string; firstName: string; lastName: string; phone: string; orgId: string; deviceId: string; plan: string }

const analytics = AnalyticsBrowser.load({ writeKey: 'key' }, { initialPageview: true });
const buffered = new AnalyticsBrowser();

auth.on('login', async (user: User) => {
  analytics.identify(user.id, { email: user.email, firstName: user.firstName }); // ~> identifier.user_id segment, contact.email segment, identity.first_name segment
  analytics.identify({ lastName: user.lastName }); // ~> identity.last_name segment
  analytics.track('Signed in', { phone: user.phone, plan: user.plan }); // ~> contact.phone segment
  analytics.track('Signed in', {}, { context: { traits: { email: user.email } } }); // ~> contact.email segment
  analytics.page('Account', { email: user.email }); // ~> contact.email segment
  analytics.page('Settings', 'Account', { phone: user.phone }); // ~> contact.phone segment
  analytics.screen('Account', { email: user.email }); // ~> contact.email segment
  analytics.group(user.orgId, { contact: user.email }); // ~> identifier.org_id segment, contact.email segment
  analytics.alias(user.id, 'anonymous'); // ~> identifier.user_id segment
  analytics.setAnonymousId(user.deviceId); // ~> identifier.device_id segment
  analytics.trackLink(document.querySelector('a')!, 'Clicked', { email: user.email }); // ~> contact.email segment
  analytics.trackForm(document.querySelector('form')!, 'Sent', { email: user.email }); // ~> contact.email segment
  analytics.trackClick(document.querySelector('a')!, 'Clicked', { email: user.email }); // ~> contact.email segment
  analytics.trackSubmit(document.querySelector('form')!, 'Sent', { email: user.email }); // ~> contact.email segment
  analytics.pageview(`/users/${user.email}`); // ~> contact.email segment
  buffered.identify(user.id); // ~> identifier.user_id segment
  analytics.track('Plan chosen', { plan: user.plan, seats: 3 });
  analytics.page('Pricing');
});
