window.addEventListener('pagehide', () => {
  const user = window.app.user;
  navigator.sendBeacon('https://api.mixpanel.com/track', JSON.stringify({ event: 'leave', properties: { email: user.email } })); // ~> contact.email mixpanel
});
