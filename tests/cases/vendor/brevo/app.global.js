document.addEventListener('login', (event) => {
  const { user } = event.detail;
  sendinblue.identify(user.email, { FIRSTNAME: user.firstName }); // ~> contact.email brevo, identity.first_name brevo
  sendinblue.track('signed_in', { email: user.email }); // ~> contact.email brevo
  window.Brevo.push(['identify', { email_id: user.email }]); // ~> contact.email brevo
});
