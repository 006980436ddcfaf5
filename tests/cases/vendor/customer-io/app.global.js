document.addEventListener('login', (event) => {
  const { user } = event.detail;
  _cio.identify({ id: user.id, email: user.email }); // ~> contact.email customer-io, identifier.user_id customer-io
  _cio.track('signed_in', { phone: user.phone }); // ~> contact.phone customer-io
  window.cioanalytics.identify(user.id, { email: user.email }); // ~> contact.email customer-io, identifier.user_id customer-io
});
