import { auth } from '@acme/auth';

posthog.init('key', { api_host: 'https://eu.i.posthog.com' });

auth.on('login', (user) => {
  window.posthog.identify(user.id, { email: user.email }); // ~> identifier.user_id posthog, contact.email posthog
  posthog.capture('signed_in', { phone: user.phone }); // ~> contact.phone posthog
  posthog.capture('plan_chosen', { plan: user.plan });
});
