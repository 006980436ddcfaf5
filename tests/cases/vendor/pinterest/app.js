document.addEventListener('login', (event) => {
  const { user } = event.detail;
  pintrk('load', '1', { em: user.email, external_id: user.id }); // ~> contact.email pinterest, identifier.user_id pinterest
  window.pintrk('set', { em: user.email }); // ~> contact.email pinterest
  pintrk('track', 'signup', { lead_type: user.city }); // ~> location.city pinterest
  pintrk('page');
});
