import { Mixpanel } from 'mixpanel-react-native';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; firstName: string; phone: string; orgId: string; plan: string }

const mixpanel = new Mixpanel('token', true);

auth.on('login', async (user: User) => {
  const other = await Mixpanel.init('token', true);
  other.track('Opened', { email: user.email }); // ~> contact.email mixpanel
  mixpanel.init(false, { email: user.email }); // ~> contact.email mixpanel
  mixpanel.identify(user.id); // ~> identifier.user_id mixpanel
  mixpanel.alias(user.id, 'device'); // ~> identifier.user_id mixpanel
  mixpanel.track('Opened', { phone: user.phone }); // ~> contact.phone mixpanel
  mixpanel.trackWithGroups('Opened', { email: user.email }, { org: user.orgId }); // ~> contact.email mixpanel, identifier.org_id mixpanel
  mixpanel.registerSuperProperties({ email: user.email }); // ~> contact.email mixpanel
  mixpanel.registerSuperPropertiesOnce({ email: user.email }); // ~> contact.email mixpanel
  mixpanel.setGroup('org', user.orgId); // ~> identifier.org_id mixpanel
  mixpanel.addGroup('org', user.orgId); // ~> identifier.org_id mixpanel
  mixpanel.getPeople().set({ $email: user.email }); // ~> contact.email mixpanel
  mixpanel.getPeople().set('$name', user.name); // ~> identity.name mixpanel
  mixpanel.getPeople().setOnce('$first_name', user.firstName); // ~> identity.first_name mixpanel
  mixpanel.getPeople().append('emails', user.email); // ~> contact.email mixpanel
  mixpanel.getPeople().union('emails', [user.email]); // ~> contact.email mixpanel
  mixpanel.getPeople().remove('emails', user.email); // ~> contact.email mixpanel
  mixpanel.getPeople().trackCharge(25, { email: user.email }); // ~> contact.email mixpanel
  mixpanel.getGroup('org', 'acme').set('email', user.email); // ~> contact.email mixpanel
  mixpanel.getGroup('org', 'acme').setOnce('email', user.email); // ~> contact.email mixpanel
  mixpanel.getGroup('org', 'acme').union('emails', [user.email]); // ~> contact.email mixpanel
  mixpanel.flags.updateContext({ email: user.email }); // ~> contact.email mixpanel
  mixpanel.track('Plan chosen', { plan: user.plan });
});
