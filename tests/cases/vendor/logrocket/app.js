document.addEventListener('login', (event) => {
  const { user } = event.detail;
  window.LogRocket && window.LogRocket.init('acme/web');
  LogRocket.identify({ email: user.email }); // ~> contact.email logrocket
  LogRocket.track('login', { phone: user.phone }); // ~> contact.phone logrocket
  LogRocket.track('login', { section: 'shop' });
});
