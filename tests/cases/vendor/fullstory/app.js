document.querySelector('#login').addEventListener('submit', (event) => {
  const user = { email: event.target.elements.email.value, phone: event.target.elements.phone.value };
  FS('setIdentity', { properties: { email: user.email } }); // ~> contact.email fullstory
  window.FS('trackEvent', { name: 'login', properties: { section: 'shop' } });
  FS.setUserVars({ phone: user.phone }); // ~> contact.phone fullstory
  FS.event('login', { email: user.email }); // ~> contact.email fullstory
  FS.shutdown();
});
