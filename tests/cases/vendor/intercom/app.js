document.querySelector('#login').addEventListener('submit', (event) => {
  const user = { email: event.target.elements.email.value, phone: event.target.elements.phone.value };
  Intercom('boot', { app_id: 'abc', email: user.email }); // ~> contact.email intercom
  window.Intercom('update', { phone: user.phone }); // ~> contact.phone intercom
  Intercom('trackEvent', 'login', { email: user.email }); // ~> contact.email intercom
  Intercom('trackEvent', 'login', { section: 'shop' });
  Intercom('showNewMessage', 'Where is my order?');
  Intercom('show');
});
