document.addEventListener('login', (event) => {
  const { user } = event.detail;
  _tfa.push({ notify: 'event', name: 'lead', id: 1, email: user.email }); // ~> contact.email taboola
  window._taboola.push({ article: 'auto', user_city: user.city }); // ~> location.city taboola
  _tfa.push({ notify: 'event', name: 'page_view', id: 1 });
});
