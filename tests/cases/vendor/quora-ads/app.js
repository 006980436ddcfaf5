document.addEventListener('login', (event) => {
  const { user } = event.detail;
  qp('init', '1', { email: user.email }); // ~> contact.email quora-ads
  window.qp('track', 'Generic', { city: user.city }); // ~> location.city quora-ads
  qp('track', 'ViewContent');
});
