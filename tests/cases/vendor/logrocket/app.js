document.querySelector('#login').addEventListener('submit', (event) => {
  const user = { email: event.target.elements.email.value, phone: event.target.elements.phone.value };
  window.LogRocket && window.LogRocket.init('acme/web');
  LogRocket.identify({ email: user.email }); // ~> contact.email logrocket
  LogRocket.track('login', { phone: user.phone }); // ~> contact.phone logrocket
  LogRocket.track('login', { section: 'shop' });
});
