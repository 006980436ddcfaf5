// Script tag: the global `newrelic`.
document.addEventListener('login', (event) => {
  const { user } = event.detail;
  newrelic.setUserId(user.id); // ~> identifier.user_id new-relic
  window.newrelic.setCustomAttribute('email', user.email); // ~> contact.email new-relic
  newrelic.addPageAction('login', { phone: user.phone }); // ~> contact.phone new-relic
  newrelic.interaction().setAttribute('email', user.email); // ~> contact.email new-relic
  newrelic.finished();
});
