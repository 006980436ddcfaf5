import posthog from 'posthog-js';
import { auth } from '@acme/auth';

function setOne(key: string, value: string) {
  posthog.setPersonProperties({ [key]: value });
}

auth.on('login', (account: { contact: string }) => {
  setOne('email', account.contact); // ~> contact.email posthog
});
