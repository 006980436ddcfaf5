import posthog from 'posthog-js';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }
type Summary = Omit<User, 'id' | 'email'>;

auth.on('login', (user: Summary) => {
  posthog.setPersonProperties(user); // ~> identity.name posthog
});
