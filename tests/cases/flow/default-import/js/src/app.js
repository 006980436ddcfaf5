import telemetry from './analytics.js';
import { auth } from '@acme/auth';

auth.on('login', (user) => {
  telemetry.identify(user.email); // ~> contact.email mixpanel
});
