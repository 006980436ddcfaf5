document.addEventListener('login', (event) => {
  const { user } = event.detail;
  umami.identify(user.id, { email: user.email }); // ~> identifier.user_id umami, contact.email umami
  umami.identify({ phone: user.phone }); // ~> contact.phone umami
  window.umami.track('login', { city: user.city }); // ~> location.city umami
  umami.track({ website: '1', url: `/users/${user.email}` }); // ~> contact.email umami
  umami.track('plan', { plan: 'gold' });
  umami.track();
});
