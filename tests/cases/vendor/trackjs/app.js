// Script tag: the global `TrackJS`.
document.addEventListener('login', (event) => {
  const { user } = event.detail;
  window.TrackJS.configure({ userId: user.email }); // ~> contact.email trackjs
  TrackJS.addMetadata('phone', user.phone); // ~> contact.phone trackjs
});
