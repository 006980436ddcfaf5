// Script tag: the global `appInsights`.
document.addEventListener('login', (event) => {
  const { user } = event.detail;
  appInsights.trackEvent({ name: 'login', properties: { email: user.email } }); // ~> contact.email application-insights
  window.appInsights.setAuthenticatedUserContext(user.id); // ~> identifier.user_id application-insights
});
