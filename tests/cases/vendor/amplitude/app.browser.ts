import * as amplitude from '@amplitude/analytics-browser';
import { Identify, Revenue, createInstance, track } from '@amplitude/analytics-browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; phone: string; orgId: string; deviceId: string; plan: string }

amplitude.init('key', { autocapture: false, trackingOptions: { ipAddress: false } });
const second = createInstance();

auth.on('login', (user: User) => {
  second.init('key', user.id, { autocapture: false }); // ~> identifier.user_id amplitude
  amplitude.setUserId(user.id); // ~> identifier.user_id amplitude
  amplitude.setUserId(user.email); // ~> contact.email amplitude
  amplitude.track('Signed in', { email: user.email, plan: user.plan }); // ~> contact.email amplitude
  amplitude.track({ event_type: 'Signed in', user_id: user.id }); // ~> identifier.user_id amplitude
  amplitude.track('Signed in', {}, { user_id: user.id }); // ~> identifier.user_id amplitude
  amplitude.logEvent('Signed in', { phone: user.phone }); // ~> contact.phone amplitude
  amplitude.setGroup('org', user.orgId); // ~> identifier.org_id amplitude
  amplitude.groupIdentify('org', user.orgId, new Identify().set('seats', 3)); // ~> identifier.org_id amplitude
  amplitude.setDeviceId(user.deviceId); // ~> identifier.device_id amplitude
  amplitude.setIdentity({ userId: user.id }); // ~> identifier.user_id amplitude
  amplitude.identify(new amplitude.Identify().set('email', user.email)); // ~> contact.email amplitude
  amplitude.identify(new Identify().setOnce('email', user.email)); // ~> contact.email amplitude
  amplitude.identify(new Identify().append('emails', user.email)); // ~> contact.email amplitude
  const identify = new Identify();
  identify.set('phone', user.phone); // ~> contact.phone amplitude
  identify.prepend('emails', user.email); // ~> contact.email amplitude
  identify.preInsert('emails', user.email); // ~> contact.email amplitude
  identify.postInsert('emails', user.email); // ~> contact.email amplitude
  amplitude.identify(identify);
  const revenue = new Revenue().setProductId('book').setPrice(10);
  revenue.setEventProperties({ email: user.email }); // ~> contact.email amplitude
  amplitude.revenue(revenue);
  second.track('Signed in', { email: user.email }); // ~> contact.email amplitude
  track('Signed in', { email: user.email }); // ~> contact.email amplitude
  amplitude.track('Plan chosen', { plan: user.plan, seats: 3 });
  amplitude.reset();
});
