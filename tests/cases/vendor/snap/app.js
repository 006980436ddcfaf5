document.addEventListener('login', (event) => {
  const { user } = event.detail;
  snaptr('init', '1', { user_email: user.email, user_phone_number: user.phone }); // ~> contact.email snap, contact.phone snap
  window.snaptr('track', 'SIGN_UP', { description: user.city }); // ~> location.city snap
  snaptr('track', 'PAGE_VIEW');
});
