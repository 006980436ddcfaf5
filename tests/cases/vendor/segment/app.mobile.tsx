import { createClient, useAnalytics } from '@segment/analytics-react-native';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; orgId: string; plan: string }

const client = createClient({ writeKey: 'key', trackAppLifecycleEvents: true });

auth.on('login', (user: User) => {
  client.identify(user.id, { email: user.email }); // ~> identifier.user_id segment, contact.email segment
  client.group(user.orgId, { contact: user.email }); // ~> identifier.org_id segment, contact.email segment
  client.alias(user.id); // ~> identifier.user_id segment
  client.screen('Account', { phone: user.phone }); // ~> contact.phone segment
});

export function BuyButton({ user }: { user: User }) {
  const { track } = useAnalytics();
  const analytics = useAnalytics();
  const onPress = () => {
    track('Bought', { email: user.email }); // ~> contact.email segment
    analytics.track('Bought', { phone: user.phone }); // ~> contact.phone segment
    analytics.track('Plan chosen', { plan: user.plan });
  };
  return <button onClick={onPress}>Buy</button>;
}
