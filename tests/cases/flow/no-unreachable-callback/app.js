import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

function ignore(callback) {
  return typeof callback;
}

auth.on('login', (user) => {
  ignore((email) => mixpanel.people.set({ $email: email }));
  console.log(user.email);
});
