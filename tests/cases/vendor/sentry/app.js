// Script tag: the global `Sentry`, and `Raven` of the time before.
document.addEventListener('login', (event) => {
  const { user } = event.detail;
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
