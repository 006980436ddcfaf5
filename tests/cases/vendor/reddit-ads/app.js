document.addEventListener('login', (event) => {
  const { user } = event.detail;
  rdt('init', 't2_1', { email: user.email, externalId: user.id, phoneNumber: user.phone }); // ~> contact.email reddit-ads, identifier.user_id reddit-ads, contact.phone reddit-ads
  window.rdt('track', 'SignUp', { email: user.email }); // ~> contact.email reddit-ads
  rdt('track', 'PageVisit');
});
