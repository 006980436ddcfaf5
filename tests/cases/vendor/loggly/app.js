// Script tag: the global `_LTracker`.
document.addEventListener('login', (event) => {
  const { user } = event.detail;
  _LTracker.push({ text: 'login', email: user.email }); // ~> contact.email loggly
  window._LTracker.push({ userId: user.id }); // ~> identifier.user_id loggly
  _LTracker.push({ logglyKey: 'x', sendConsoleErrors: true, tag: 'web' });
});
