document.addEventListener('login', (event) => {
  const { user } = event.detail;
  fathom.trackEvent('login of ' + user.email); // ~> contact.email fathom
  window.fathom.trackPageview({ url: '/users/' + user.phone }); // ~> contact.phone fathom
});
