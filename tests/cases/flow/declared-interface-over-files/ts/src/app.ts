import posthog from 'posthog-js';
import { auth } from '@acme/auth';
import type { Customer } from './types';

auth.on('login', (customer: Customer) => {
  posthog.setPersonProperties(customer); // ~> contact.email posthog, contact.phone posthog, identifier.user_id posthog
});
