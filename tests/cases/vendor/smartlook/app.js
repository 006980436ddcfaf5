document.addEventListener('login', (event) => {
  const { user } = event.detail;
  smartlook('identify', user.id, { email: user.email }); // ~> identifier.user_id smartlook, contact.email smartlook
  window.smartlook('track', 'login', { phone: user.phone }); // ~> contact.phone smartlook
  smartlook('record', { forms: true, numbers: true });
});
