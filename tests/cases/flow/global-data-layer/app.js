import { auth } from '@acme/auth';

auth.on('login', (user) => {
  window.dataLayer = window.dataLayer || [];
  window.dataLayer.push({ event: 'login', email: user.email }); // ~> contact.email google-tag-manager
});
