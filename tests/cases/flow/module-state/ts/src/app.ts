import { auth } from '@acme/auth';
import { flush, remember, type User } from './telemetry';

auth.on('login', (user: User) => {
  remember(user); // ~> contact.email mixpanel
});
auth.on('idle', () => flush());
