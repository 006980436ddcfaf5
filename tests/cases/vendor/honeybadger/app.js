// Script tag: the global `Honeybadger`.
document.addEventListener('login', (event) => {
  const { user } = event.detail;
  Honeybadger.setContext({ user_email: user.email }); // ~> contact.email honeybadger
  window.Honeybadger.notify('login', { context: { phone: user.phone } }); // ~> contact.phone honeybadger
  Honeybadger.resetContext();
});
