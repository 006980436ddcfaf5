// The script of Dynatrace defines the global `dtrum`.
document.addEventListener('login', (event) => {
  const { user } = event.detail;
  dtrum.identifyUser(user.email); // ~> contact.email dynatrace
  window.dtrum.identifyUser(user.id); // ~> identifier.user_id dynatrace
  dtrum.sendSessionProperties(null, null, { phone: user.phone }, null); // ~> contact.phone dynatrace
  dtrum.sendBizEvent('login', { email: user.email }); // ~> contact.email dynatrace
  dtrum.endSession();
});
