import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

function redact(user) {
  return { email: '[redacted]', plan: user.plan };
}

auth.on('login', (user) => {
  mixpanel.people.set(redact(user));
});
