document.addEventListener('login', (event) => {
  const { user } = event.detail;
  alloy('sendEvent', { data: { email: user.email } }); // ~> contact.email adobe-analytics
  window.alloy('sendEvent', { xdm: { city: user.city } }); // ~> location.city adobe-analytics
  _satellite.track('login', { phone: user.phone }); // ~> contact.phone adobe-analytics
  adobeDataLayer.push({ event: 'login', user: { email: user.email } }); // ~> contact.email adobe-analytics
  const tracker = s_gi('suite');
  tracker.eVar1 = user.email; // ~> contact.email adobe-analytics
  tracker.contextData = { phone: user.phone }; // ~> contact.phone adobe-analytics
  tracker.t();
});
