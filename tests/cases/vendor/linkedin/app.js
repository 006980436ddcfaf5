document.addEventListener('login', (event) => {
  const { user } = event.detail;
  lintrk('setUserData', { email: user.email }); // ~> contact.email linkedin
  window.lintrk('track', { conversion_id: 1, email: user.email }); // ~> contact.email linkedin
  lintrk('track', { conversion_id: 2 });
});
