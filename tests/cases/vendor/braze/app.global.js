document.addEventListener('login', (event) => {
  const { user } = event.detail;
  braze.changeUser(user.id); // ~> identifier.user_id braze
  window.braze.getUser().setEmail(user.email); // ~> contact.email braze
  appboy.getUser().setPhoneNumber(user.phone); // ~> contact.phone braze
});
