import posthog from 'posthog-js';
import { auth } from '@acme/auth';

auth.on('login', (user) => {
  console.log('login of', user.email);
  posthog.capture('login');
});
