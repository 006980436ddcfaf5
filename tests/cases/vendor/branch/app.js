document.addEventListener('login', (event) => {
  const { user } = event.detail;
  branch.setIdentity(user.email); // ~> contact.email branch
  window.branch.logEvent('LOGIN', { phone: user.phone }); // ~> contact.phone branch
});
