// Script tag: the global `Rollbar`.
document.addEventListener('login', (event) => {
  const { user } = event.detail;
  Rollbar.configure({ payload: { person: { id: user.id } } }); // ~> identifier.user_id rollbar
  window.Rollbar.warning('login', { email: user.email }); // ~> contact.email rollbar
  Rollbar.debug('login');
});
