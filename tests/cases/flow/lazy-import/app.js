import { auth } from '@acme/auth';

auth.on('login', async (user) => {
  const { default: posthog } = await import('posthog-js');
  posthog.setPersonProperties({ email: user.email }); // ~> contact.email posthog
});
