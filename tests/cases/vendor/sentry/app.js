// Script tag: the global `Sentry`, and `Raven` of the time before.
document.querySelector('#login').addEventListener('submit', (event) => {
  const user = { email: event.target.elements.email.value, phone: event.target.elements.phone.value };
  Sentry.setUser({ email: user.email }); // ~> contact.email sentry
  window.Sentry.setTag('phone', user.phone); // ~> contact.phone sentry
  Sentry.onLoad(() => {
    Sentry.captureMessage('login');
  });
  Raven.setUserContext({ email: user.email }); // ~> contact.email sentry
  Raven.setExtraContext({ phone: user.phone }); // ~> contact.phone sentry
  Raven.setTagsContext({ section: 'login' });
  Raven.captureMessage('login', { extra: { email: user.email } }); // ~> contact.email sentry
});
