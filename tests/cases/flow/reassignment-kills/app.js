import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

auth.on('login', (user) => {
  let label = user.email;
  console.log(label);
  label = 'signed-in';
  mixpanel.track('login', { label });
});
