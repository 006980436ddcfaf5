window._mfq = window._mfq || [];

document.addEventListener('login', (event) => {
  const { user } = event.detail;
  mouseflow.identify(user.id); // ~> identifier.user_id mouseflow
  window.mouseflow.identify(user.email); // ~> contact.email mouseflow
  _mfq.push(['setVariable', 'email', user.email]); // ~> contact.email mouseflow
  window._mfq.push(['setVariable', 'phone', user.phone]); // ~> contact.phone mouseflow
  _mfq.push(['setVariable', 'plan', user.plan]);
  _mfq.push(['tag', 'login']);
  _mfq.push(['newPageView', '/users/' + user.email]); // ~> contact.email mouseflow
});
