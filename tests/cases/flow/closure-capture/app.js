import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

function makeReporter(user) {
  return (event) => mixpanel.track(event, { email: user.email });
}

auth.on('login', (user) => {
  const report = makeReporter(user); // ~> contact.email mixpanel
  report('login');
});
