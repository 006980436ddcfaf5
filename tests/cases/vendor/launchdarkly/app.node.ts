import { init } from '@launchdarkly/node-server-sdk';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string }

const client = init('key', { allAttributesPrivate: true });

auth.on('login', async (user: User) => {
  await client.variation('new-login', { kind: 'user', key: user.id, email: user.email }, false); // ~> identifier.user_id launchdarkly, contact.email launchdarkly
  await client.boolVariation('new-login', { kind: 'user', key: user.id }, false); // ~> identifier.user_id launchdarkly
  client.identify({ kind: 'user', key: user.id, name: user.name }); // ~> identifier.user_id launchdarkly, identity.name launchdarkly
  client.track('login', { kind: 'user', key: user.id }, { email: user.email }); // ~> identifier.user_id launchdarkly, contact.email launchdarkly
});
