import mixpanel from 'mixpanel-browser';
import posthog from 'posthog-js';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

interface Provider { person(email: string): void }

function createProvider(kind: string): Provider {
  switch (kind) {
    case 'mixpanel':
      return { person: (email) => mixpanel.people.set({ $email: email }) };
    default:
      return { person: (email) => posthog.setPersonProperties({ email }) };
  }
}

const provider = createProvider(import.meta.env.VITE_ANALYTICS);
auth.on('login', (user: User) => {
  provider.person(user.email); // ~> contact.email mixpanel, contact.email posthog
});
