document.addEventListener('login', (event) => {
  const { user } = event.detail;
  $crisp.push(['set', 'user:email', [user.email]]); // ~> contact.email crisp
  window.$crisp = window.$crisp || [];
  window.$crisp.push(['set', 'session:data', [[['phone', user.phone]]]]); // ~> contact.phone crisp
});
