import { auth } from '@acme/auth';

auth.on('login', (user) => {
  clevertap.profile.push({ Site: { Email: user.email } }); // ~> contact.email clevertap
});
