document.addEventListener('login', (event) => {
  const { user } = event.detail;
  Intercom('boot', { app_id: 'abc', email: user.email }); // ~> contact.email intercom
  window.Intercom('update', { phone: user.phone }); // ~> contact.phone intercom
  Intercom('trackEvent', 'login', { email: user.email }); // ~> contact.email intercom
  Intercom('trackEvent', 'login', { section: 'shop' });
  Intercom('showNewMessage', 'Where is my order?');
  Intercom('show');
});

// What the widget reads when it starts.
document.addEventListener('loaded', (event) => {
  const { user } = event.detail;
  window.intercomSettings = { app_id: 'abc', email: user.email, name: user.name }; // ~> contact.email intercom, identity.name intercom
});
