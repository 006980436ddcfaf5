import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

auth.on('login', (user: User) => {
  import('posthog-js').then(({ default: posthog }) => {
    posthog.setPersonProperties({ email: user.email }); // ~> contact.email posthog
  });
});
