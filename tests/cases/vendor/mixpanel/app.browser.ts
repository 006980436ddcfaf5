import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; firstName: string; lastName: string; phone: string; orgId: string; previousId: string; plan: string; city: string }

mixpanel.init('token', { persistence: 'localStorage' });
const second = mixpanel.init('other', { ip: false }, 'second');

auth.on('login', (user: User) => {
  mixpanel.identify(user.id); // ~> identifier.user_id mixpanel
  mixpanel.alias(user.id); // ~> identifier.user_id mixpanel
  mixpanel.track('Signed in', { email: user.email, plan: user.plan }); // ~> contact.email mixpanel
  mixpanel.track('Signed in', { distinct_id: user.id }); // ~> identifier.user_id mixpanel
  mixpanel.track_pageview({ city: user.city }); // ~> location.city mixpanel
  mixpanel.track_links('#nav a', 'Clicked', { phone: user.phone }); // ~> contact.phone mixpanel
  mixpanel.track_forms('#signup', 'Submitted', { email: user.email }); // ~> contact.email mixpanel
  mixpanel.track_with_groups('Bought', { email: user.email }, { org: user.orgId }); // ~> contact.email mixpanel, identifier.org_id mixpanel
  mixpanel.register({ email: user.email }); // ~> contact.email mixpanel
  mixpanel.register_once({ phone: user.phone }, 'none', 30); // ~> contact.phone mixpanel
  mixpanel.people.set({ $email: user.email, $name: user.name }); // ~> contact.email mixpanel, identity.name mixpanel
  mixpanel.people.set('$phone', user.phone); // ~> contact.phone mixpanel
  mixpanel.people.set_once({ $first_name: user.firstName, $created: '2024-01-01' }); // ~> identity.first_name mixpanel
  mixpanel.people.set_once('$last_name', user.lastName); // ~> identity.last_name mixpanel
  mixpanel.people.append('emails', user.email); // ~> contact.email mixpanel
  mixpanel.people.union({ emails: [user.email] }); // ~> contact.email mixpanel
  mixpanel.people.remove('emails', user.email); // ~> contact.email mixpanel
  mixpanel.people.increment('logins', 1);
  mixpanel.set_group('org', user.orgId); // ~> identifier.org_id mixpanel
  mixpanel.add_group('org', user.orgId); // ~> identifier.org_id mixpanel
  mixpanel.get_group('org', user.orgId).set({ contact: user.email }); // ~> identifier.org_id mixpanel, contact.email mixpanel
  mixpanel.get_group('org', 'acme').set('email', user.email); // ~> contact.email mixpanel
  mixpanel.get_group('org', 'acme').set_once('email', user.email); // ~> contact.email mixpanel
  mixpanel.get_group('org', 'acme').union('emails', [user.email]); // ~> contact.email mixpanel
  mixpanel.get_group('org', 'acme').remove('emails', user.email); // ~> contact.email mixpanel
  mixpanel.flags.update_context({ email: user.email }); // ~> contact.email mixpanel
  second.track('Signed in', { email: user.email }); // ~> contact.email mixpanel
  mixpanel.track('Plan chosen', { plan: user.plan, seats: 3, $created: '2024-01-01' });
  mixpanel.time_event('Checkout');
  mixpanel.people.unset('email');
  mixpanel.reset();
});
