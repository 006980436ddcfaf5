document.addEventListener('login', (event) => {
  const { user } = event.detail;
  singularSdk.login(user.id); // ~> identifier.user_id singular
  window.singularSdk.event('login', { email: user.email }); // ~> contact.email singular
});
