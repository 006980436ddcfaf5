import { auth } from '@acme/auth';

auth.on('login', (user) => {
  chmln.identify(user.id, { email: user.email }); // ~> contact.email chameleon, identifier.user_id chameleon
});
