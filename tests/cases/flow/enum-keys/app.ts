import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

enum Prop {
  Email = '$email',
  Plan = 'plan',
}

auth.on('login', (account: { contact: string; plan: string }) => {
  mixpanel.people.set({ [Prop.Email]: account.contact, [Prop.Plan]: account.plan }); // ~> contact.email mixpanel
});
