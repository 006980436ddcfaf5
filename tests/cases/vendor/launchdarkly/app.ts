import * as LaunchDarkly from 'launchdarkly-js-client-sdk';
import { createClient } from '@launchdarkly/js-client-sdk';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

auth.on('login', async (user: User) => {
  const client = LaunchDarkly.initialize('id', { kind: 'user', key: user.id, email: user.email }); // ~> identifier.user_id launchdarkly, contact.email launchdarkly
  await client.identify({ kind: 'user', key: user.id, name: user.name }); // ~> identifier.user_id launchdarkly, identity.name launchdarkly
  client.track('login', { email: user.email }); // ~> contact.email launchdarkly
  client.variation('new-login', false);
  const next = createClient('id', { kind: 'user', key: user.id, email: user.email }, {}); // ~> identifier.user_id launchdarkly, contact.email launchdarkly
  next.identify({ kind: 'user', key: 'anonymous', plan: user.plan });
});
