document.addEventListener('login', (event) => {
  const { user } = event.detail;
  plausible('login', { props: { email: user.email } }); // ~> contact.email plausible
  window.plausible('login', { u: `https://acme.org/${user.email}` }); // ~> contact.email plausible
  plausible('login');
});
