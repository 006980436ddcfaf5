document.addEventListener('login', (event) => {
  const { user } = event.detail;
  klaviyo.identify({ email: user.email, first_name: user.firstName }); // ~> contact.email klaviyo, identity.first_name klaviyo
  klaviyo.track('Signed in', { phone: user.phone }); // ~> contact.phone klaviyo
  klaviyo.push(['identify', { email: user.email }]); // ~> contact.email klaviyo
  window._learnq = window._learnq || [];
  window._learnq.push(['identify', { $email: user.email }]); // ~> contact.email klaviyo
  _learnq.push(['track', 'Signed in', { phone: user.phone }]); // ~> contact.phone klaviyo
});
