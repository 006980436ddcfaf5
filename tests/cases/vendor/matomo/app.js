window._paq = window._paq || [];

document.addEventListener('login', (event) => {
  const { user } = event.detail;
  _paq.push(['setUserId', user.id]); // ~> identifier.user_id matomo
  _paq.push(['setCustomVariable', 1, 'plan', user.plan, 'visit']);
  _paq.push(['setCustomVariable', 2, 'email', user.email, 'visit']); // ~> contact.email matomo
  _paq.push(['setCustomDimension', 1, user.city]); // ~> location.city matomo
  window._paq.push(['trackEvent', 'account', 'login', user.email, 1]); // ~> contact.email matomo
  _paq.push(['trackPageView']);
  _paq.push(['trackSiteSearch', event.detail.query, 'books', 3]); // ~> behavior.search_query matomo
  const tracker = Matomo.getTracker('https://acme.matomo.cloud/matomo.php', '1');
  tracker.setUserId(user.email); // ~> contact.email matomo
  tracker.trackEvent('account', 'login', user.phone); // ~> contact.phone matomo
});
