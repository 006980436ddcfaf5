import * as Sentry from '@sentry/browser';
import { auth } from '@acme/auth';

auth.on('login', (user) => {
  Sentry.addBreadcrumb({ category: 'auth', message: 'login', data: { email: user.email } }); // ~> contact.email sentry
});
