const Sentry = require('@sentry/node');
const { auth } = require('@acme/auth');

auth.on('login', (user) => {
  const address = user.email; // ~> contact.email sentry
  const copy = address;
  Sentry.setUser({ email: copy });
});
