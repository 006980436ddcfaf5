import posthog from 'posthog-js';
import { auth } from '@acme/auth';

auth.on('login', (account: { id: string; plan: string }) => {
  posthog.identify(account.id, { plan: account.plan }); // ~> identifier.user_id posthog
});
