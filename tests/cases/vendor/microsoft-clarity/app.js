document.addEventListener('login', (event) => {
  const { user } = event.detail;
  clarity('identify', user.email, undefined, undefined, user.fullName); // ~> contact.email microsoft-clarity, identity.name microsoft-clarity
  window.clarity('set', 'phone', user.phone); // ~> contact.phone microsoft-clarity
  clarity('event', 'login');
  clarity('consent');
});
