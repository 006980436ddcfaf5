window._uxa = window._uxa || [];

document.addEventListener('login', (event) => {
  const { user } = event.detail;
  _uxa.push(['identify', user.id]); // ~> identifier.user_id contentsquare
  window._uxa.push(['identify', user.email]); // ~> contact.email contentsquare
  _uxa.push(['trackDynamicVariable', { key: 'phone', value: user.phone }]); // ~> contact.phone contentsquare
  _uxa.push(['setCustomVariable', 1, 'city', user.city]); // ~> location.city contentsquare
  _uxa.push(['trackPageview', '/users/' + user.phone]); // ~> contact.phone contentsquare
  _uxa.push(['setCustomVariable', 2, 'plan', user.plan]);
});
