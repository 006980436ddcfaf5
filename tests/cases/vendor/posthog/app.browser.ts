import posthog from 'posthog-js';
import { posthog as named } from 'posthog-js';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; firstName: string; phone: string; orgId: string; plan: string; comment: string }

posthog.init('key', { api_host: 'https://eu.i.posthog.com', autocapture: false });
const second = posthog.init('other', { person_profiles: 'always' }, 'second');

auth.on('login', (user: User) => {
  posthog.identify(user.id, { email: user.email }, { firstName: user.firstName }); // ~> identifier.user_id posthog, contact.email posthog, identity.first_name posthog
  posthog.capture('signed_in', { phone: user.phone, plan: user.plan }); // ~> contact.phone posthog
  posthog.capture('signed_in', { $set: { email: user.email } }); // ~> contact.email posthog
  posthog.capture('signed_in', {}, { $set: { email: user.email } }); // ~> contact.email posthog
  posthog.setPersonProperties({ email: user.email }, { phone: user.phone }); // ~> contact.email posthog, contact.phone posthog
  posthog.people.set({ email: user.email }); // ~> contact.email posthog
  posthog.people.set('phone', user.phone); // ~> contact.phone posthog
  posthog.people.set_once({ email: user.email }); // ~> contact.email posthog
  posthog.group('company', user.orgId, { contact: user.email }); // ~> identifier.org_id posthog, contact.email posthog
  posthog.alias(user.id); // ~> identifier.user_id posthog
  posthog.setIdentity(user.id, 'hash'); // ~> identifier.user_id posthog
  posthog.register({ email: user.email }); // ~> contact.email posthog
  posthog.register_once({ phone: user.phone }); // ~> contact.phone posthog
  posthog.register_for_session({ email: user.email }); // ~> contact.email posthog
  posthog.setPersonPropertiesForFlags({ email: user.email }); // ~> contact.email posthog
  posthog.setGroupPropertiesForFlags({ company: { contact: user.email } }); // ~> contact.email posthog
  posthog.captureException(new Error('failed'), { email: user.email }); // ~> contact.email posthog
  posthog.captureLog({ body: 'signed in', attributes: { email: user.email } }); // ~> contact.email posthog
  posthog.logger.info('signed in', { email: user.email }); // ~> contact.email posthog
  posthog.push(['capture', 'signed_in', { email: user.email }]); // ~> contact.email posthog
  posthog.push(['identify', user.id]); // ~> identifier.user_id posthog
  posthog.addExceptionStep('signed in', { email: user.email }); // ~> contact.email posthog
  posthog.captureTraceFeedback('trace', user.comment); // ~> content.free_text posthog
  posthog.updateEarlyAccessFeatureEnrollment('beta', true, user.email); // ~> contact.email posthog
  posthog.logger.debug('signed in', { email: user.email }); // ~> contact.email posthog
  posthog.logger.warn('signed in', { email: user.email }); // ~> contact.email posthog
  posthog.logger.error('signed in', { email: user.email }); // ~> contact.email posthog
  named.capture('signed_in', { email: user.email }); // ~> contact.email posthog
  second.capture('signed_in', { email: user.email }); // ~> contact.email posthog
  posthog.init('key', { bootstrap: { distinctID: user.id } }); // ~> identifier.user_id posthog
  posthog.capture('plan_chosen', { plan: user.plan, seats: 3 });
  posthog.reset();
});
