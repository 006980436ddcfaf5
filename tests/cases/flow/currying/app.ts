import posthog from 'posthog-js';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

const capture = (event: string) => (props: Record<string, unknown>) => posthog.capture(event, props);
const captureLogin = capture('login');

auth.on('login', (user: User) => {
  captureLogin({ email: user.email }); // ~> contact.email posthog
});
