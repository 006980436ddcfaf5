import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

const PROPS = Object.freeze({ EMAIL: '$email', PLAN: 'plan' });

auth.on('login', (account) => {
  mixpanel.people.set({ [PROPS.EMAIL]: account.contact, [PROPS.PLAN]: account.plan }); // ~> contact.email mixpanel
});
