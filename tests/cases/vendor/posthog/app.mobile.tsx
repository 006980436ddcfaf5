import PostHog, { usePostHog } from 'posthog-react-native';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; orgId: string; pushToken: string; plan: string }

const client = new PostHog('key', { captureAppLifecycleEvents: true });

auth.on('login', (user: User) => {
  client.identify(user.id, { email: user.email }); // ~> identifier.user_id posthog, contact.email posthog
  client.capture('opened', { phone: user.phone }); // ~> contact.phone posthog
  client.screen('Account', { email: user.email }); // ~> contact.email posthog
  client.group('company', user.orgId, { contact: user.email }); // ~> identifier.org_id posthog, contact.email posthog
  client.alias(user.id); // ~> identifier.user_id posthog
  client.register({ email: user.email }); // ~> contact.email posthog
  client.setPersonProperties({ email: user.email }); // ~> contact.email posthog
  client.setPersonPropertiesForFlags({ email: user.email }); // ~> contact.email posthog
  client.captureException(new Error('failed'), { email: user.email }); // ~> contact.email posthog
  client.registerForSession({ email: user.email }); // ~> contact.email posthog
  client.groups({ company: user.orgId }); // ~> identifier.org_id posthog
  client.groupIdentify('company', user.orgId); // ~> identifier.org_id posthog
  client.setGroupPropertiesForFlags({ company: { contact: user.email } }); // ~> contact.email posthog
  client.captureLog({ body: 'opened', attributes: { email: user.email } }); // ~> contact.email posthog
  client.addExceptionStep('opened', { email: user.email }); // ~> contact.email posthog
  client.registerPushNotificationToken(user.pushToken); // ~> identifier.push_token posthog
  client.capture('plan_chosen', { plan: user.plan });
});

export function BuyButton({ user }: { user: User }) {
  const posthog = usePostHog();
  return <button onClick={() => posthog.capture('bought', { email: user.email })}>Buy</button>; // ~> contact.email posthog
}
