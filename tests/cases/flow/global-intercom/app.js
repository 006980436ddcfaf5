import { auth } from '@acme/auth';

auth.on('login', (user) => {
  Intercom('boot', {
    app_id: 'abc123',
    name: user.name, // ~> identity.name intercom
    email: user.email, // ~> contact.email intercom
  });
});
