import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

function withPrefix(prefix, object) {
  const result = {};
  for (const [key, value] of Object.entries(object)) {
    result[`${prefix}_${key}`] = value;
  }
  return result;
}

auth.on('login', (user) => {
  mixpanel.people.set(withPrefix('user', { email: user.email, plan: user.plan })); // ~> contact.email mixpanel
});
