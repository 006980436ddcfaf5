import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

interface Account { organizationId: string; plan: string }

auth.on('login', (account: Account) => {
  mixpanel.register({ org_id: account.organizationId, plan: account.plan }); // ~> identifier.org_id mixpanel
});
