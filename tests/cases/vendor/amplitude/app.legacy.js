import amplitude from 'amplitude-js';
import { auth } from '@acme/auth';

amplitude.getInstance().init('key', null, { includeReferrer: true });

auth.on('login', (user) => {
  amplitude.getInstance('second').init('key', user.id); // ~> identifier.user_id amplitude
  amplitude.getInstance().setUserId(user.id); // ~> identifier.user_id amplitude
  amplitude.getInstance().setUserProperties({ email: user.email }); // ~> contact.email amplitude
  amplitude.getInstance().setGlobalUserProperties({ phone: user.phone }); // ~> contact.phone amplitude
  amplitude.getInstance().logEvent('Signed in', { email: user.email }); // ~> contact.email amplitude
  amplitude.getInstance().logEventWithTimestamp('Signed in', { email: user.email }, 1); // ~> contact.email amplitude
  amplitude.getInstance().logEventWithGroups('Signed in', { email: user.email }, { org: user.orgId }); // ~> contact.email amplitude, identifier.org_id amplitude
  amplitude.getInstance().setGroup('org', user.orgId); // ~> identifier.org_id amplitude
  amplitude.getInstance().identify(new amplitude.Identify().set('email', user.email)); // ~> contact.email amplitude
  const revenue = new amplitude.Revenue().setPrice(10);
  revenue.setEventProperties({ email: user.email }); // ~> contact.email amplitude
  amplitude.getInstance().logRevenueV2(revenue);
  amplitude.logEvent('Signed in', { phone: user.phone }); // ~> contact.phone amplitude
  amplitude.getInstance().logEvent('Plan chosen', { plan: user.plan });
});
