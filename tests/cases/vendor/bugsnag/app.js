// Script tag: the global `Bugsnag`.
document.addEventListener('login', (event) => {
  const { user } = event.detail;
  Bugsnag.start({ apiKey: 'x', user: { email: user.email } }); // ~> contact.email bugsnag
  window.Bugsnag.setUser(user.id); // ~> identifier.user_id bugsnag
  Bugsnag.leaveBreadcrumb(`login of ${user.email}`); // ~> contact.email bugsnag
  Bugsnag.startSession();
});
