// Script tag: the globals `rg4js` and `Raygun`.
document.addEventListener('login', (event) => {
  const { user } = event.detail;
  rg4js('setUser', { identifier: user.id, email: user.email }); // ~> identifier.user_id raygun, contact.email raygun
  Raygun.setUser(user.id, false, user.email, user.name); // ~> identifier.user_id raygun, contact.email raygun, identity.name raygun
  Raygun.send(event.error, { phone: user.phone }); // ~> contact.phone raygun
});
