import posthog from 'posthog-js';
import { auth } from '@acme/auth';

auth.on('login', (user) => {
  const staff = user.email.endsWith('@acme.com');
  if (user.email === 'root@acme.com') return;
  posthog.capture('login', { staff, internal: user.email === 'test@acme.com' });
});
