document.addEventListener('login', (event) => {
  const { user } = event.detail;
  sendinblue.identify(user.email, { FIRSTNAME: user.firstName }); // ~> contact.email brevo, identity.first_name brevo
  sendinblue.track('signed_in', { email: user.email }); // ~> contact.email brevo
  Brevo.push(() => {
    Brevo.identify({ identifiers: { email_id: user.email }, attributes: { LASTNAME: user.lastName } }); // ~> contact.email brevo, identity.last_name brevo
  });
});
