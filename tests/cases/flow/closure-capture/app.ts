import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

function makeReporter(user: User) {
  return (event: string) => mixpanel.track(event, { email: user.email });
}

auth.on('login', (user: User) => {
  const report = makeReporter(user); // ~> contact.email mixpanel
  report('login');
});
