import { auth } from '@acme/auth';

const _paq = (window._paq = window._paq || []);

auth.on('login', (user) => {
  window._paq.push(['setUserId', user.email]); // ~> contact.email matomo
  window._paq.push(['trackPageView']);
});
