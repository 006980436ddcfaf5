import { auth } from '@acme/auth';

auth.on('login', (user) => {
  userflow.identify(user.id, { email: user.email }); // ~> contact.email userflow, identifier.user_id userflow
});
