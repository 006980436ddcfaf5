document.addEventListener('login', (event) => {
  const { user } = event.detail;
  sa_event('login', { email: user.email }); // ~> contact.email simple-analytics
  window.sa_event('login of ' + user.phone); // ~> contact.phone simple-analytics
  sa_pageview('/users/' + user.email); // ~> contact.email simple-analytics
  sa_metadata = { city: user.city }; // ~> location.city simple-analytics
  sa_event('plan', { plan: 'gold' });
});
