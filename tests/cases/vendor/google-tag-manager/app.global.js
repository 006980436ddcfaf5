import { auth } from '@acme/auth';

window.dataLayer = window.dataLayer || [];

auth.on('login', (user) => {
  window.dataLayer.push({ event: 'login', email: user.email }); // ~> contact.email google-tag-manager
  dataLayer.push({ event: 'login', userId: user.id }); // ~> identifier.user_id google-tag-manager
  dataLayer.push({ event: 'login', user_data: { phone_number: user.phone } }); // ~> contact.phone google-tag-manager
  dataLayer.push({ event: 'plan_chosen', plan: user.plan });
});

export const container = 'https://www.googletagmanager.com/gtm.js?id=GTM-123';
