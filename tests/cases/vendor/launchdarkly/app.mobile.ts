import { AutoEnvAttributes, ReactNativeLDClient } from '@launchdarkly/react-native-client-sdk';
import { auth } from '@acme/auth';

interface User { id: string; email: string }

const client = new ReactNativeLDClient('key', AutoEnvAttributes.Enabled);

auth.on('login', (user: User) => {
  client.identify({ kind: 'user', key: user.id, email: user.email }); // ~> identifier.user_id launchdarkly, contact.email launchdarkly
});
