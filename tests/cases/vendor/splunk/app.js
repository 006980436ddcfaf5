// Script tag: the global `SplunkRum`.
document.addEventListener('login', (event) => {
  const { user } = event.detail;
  SplunkRum.setGlobalAttributes({ 'enduser.id': user.id }); // ~> identifier.user_id splunk
});
