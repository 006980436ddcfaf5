import * as Sentry from '@sentry/node';
import { auth } from '@acme/auth';

class Customer {
  phone = '';
  constructor(readonly email: string, readonly plan: string) {}
  greet() { return 'hello'; }
}

auth.on('login', (customer: Customer) => {
  Sentry.setUser(customer); // ~> contact.email sentry, contact.phone sentry
});
