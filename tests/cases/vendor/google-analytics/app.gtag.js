import { auth } from '@acme/auth';

gtag('js', new Date());
gtag('config', 'G-123', { send_page_view: false });

auth.on('login', (user) => {
  gtag('config', 'G-123', { user_id: user.id }); // ~> identifier.user_id google-analytics
  window.gtag('event', 'login', { email: user.email, method: 'password' }); // ~> contact.email google-analytics
  gtag('event', 'purchase', { currency: 'EUR', value: 10, city: user.city }); // ~> location.city google-analytics
  gtag('set', { user_id: user.id }); // ~> identifier.user_id google-analytics
  gtag('set', 'user_data', { email: user.email, phone_number: user.phone }); // ~> contact.email google-analytics, contact.phone google-analytics
  gtag('set', 'user_data', { address: { first_name: user.firstName, last_name: user.lastName } }); // ~> identity.first_name google-analytics, identity.last_name google-analytics
  gtag('set', 'user_properties', { phone: user.phone }); // ~> contact.phone google-analytics
  gtag('set', 'user_id', user.id); // ~> identifier.user_id google-analytics
  gtag('event', 'select_content', { plan: user.plan });
  gtag('consent', 'default', { analytics_storage: 'granted' });
  ga('create', 'UA-123', 'auto', { userId: user.id }); // ~> identifier.user_id google-analytics
  ga('set', 'userId', user.id); // ~> identifier.user_id google-analytics
  ga('set', { userId: user.id }); // ~> identifier.user_id google-analytics
  ga('send', 'event', 'account', 'login', user.email); // ~> contact.email google-analytics
  ga('send', { hitType: 'event', eventLabel: user.email }); // ~> contact.email google-analytics
  ga('send', 'pageview');
});

export const collector = 'https://www.google-analytics.com/g/collect';
