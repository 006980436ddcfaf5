const Raven = require('raven');
const { auth } = require('@acme/auth');

Raven.config('https://key@sentry.io/1', { release: '1.0.0' }).install();

auth.on('failure', (user, error) => {
  Raven.setContext({ user: { id: user.id, email: user.email } }); // ~> identifier.user_id sentry, contact.email sentry
  Raven.mergeContext({ extra: { phone: user.phone } }); // ~> contact.phone sentry
  Raven.captureBreadcrumb({ message: `login of ${user.email}` }); // ~> contact.email sentry
  Raven.captureException(error, { user: { email: user.email } }); // ~> contact.email sentry
  Raven.captureMessage('login failed', { tags: { plan: user.plan } });
});
