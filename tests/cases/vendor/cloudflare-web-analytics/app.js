window.__cfBeacon = { token: 'token', spa: true };

document.addEventListener('login', (event) => {
  document.title = event.detail.user.email;
});
