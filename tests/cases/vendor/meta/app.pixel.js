import { auth } from '@acme/auth';

fbq('set', 'autoConfig', false, '123');

auth.on('login', (user) => {
  fbq('init', '123', { em: user.email, ph: user.phone, external_id: user.id }); // ~> contact.email meta, contact.phone meta, identifier.user_id meta
  window.fbq('track', 'Lead', { email: user.email, value: 10 }); // ~> contact.email meta
  fbq('trackCustom', 'Login', { phone: user.phone }); // ~> contact.phone meta
  fbq('trackSingle', '123', 'Lead', { email: user.email }); // ~> contact.email meta
  fbq('trackSingleCustom', '123', 'Login', { email: user.email }); // ~> contact.email meta
  fbq('track', 'Search', { search_string: user.searchQuery }); // ~> behavior.search_query meta
  fbq('track', 'Purchase', { currency: 'EUR', value: 10, content_ids: ['42'] }, { eventID: 'order' });
  fbq('consent', 'revoke');
});

export const script = 'https://connect.facebook.net/en_US/fbevents.js';
