import { auth } from '@acme/auth';

auth.on('login', (user) => {
  if (window.mixpanel) {
    console.log('analytics active for', user.email);
  }
});
