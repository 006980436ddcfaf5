import posthog from 'posthog-js';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

auth.on('login', (user: User) => {
  const staff = user.email.endsWith('@acme.com');
  if (user.email === 'root@acme.com') return;
  posthog.capture('login', { staff, internal: user.email === 'test@acme.com' });
});
