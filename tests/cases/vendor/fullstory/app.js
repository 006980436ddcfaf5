document.addEventListener('login', (event) => {
  const { user } = event.detail;
  FS('setIdentity', { properties: { email: user.email } }); // ~> contact.email fullstory
  window.FS('trackEvent', { name: 'login', properties: { section: 'shop' } });
  FS.setUserVars({ phone: user.phone }); // ~> contact.phone fullstory
  FS.event('login', { email: user.email }); // ~> contact.email fullstory
  FS.shutdown();
});
