import { rememberPerson } from './telemetry';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

auth.on('login', (user: User) => {
  rememberPerson({ email: user.email }); // ~> contact.email sentry
});
