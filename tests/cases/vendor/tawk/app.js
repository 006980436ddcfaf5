document.addEventListener('login', (event) => {
  const { user } = event.detail;
  Tawk_API.setAttributes({ name: user.name, email: user.email }, () => {}); // ~> contact.email tawk, identity.name tawk
  window.Tawk_API.addEvent('signed-in', { email: user.email }, () => {}); // ~> contact.email tawk
  window.Tawk_API = { visitor: { name: user.name, email: user.email } }; // ~> contact.email tawk, identity.name tawk
});
