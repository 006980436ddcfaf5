document.addEventListener('login', (event) => {
  const { user } = event.detail;
  hj('identify', null, { email: user.email }); // ~> contact.email hotjar
  window.hj('identify', null, { phone: user.phone }); // ~> contact.phone hotjar
  hj('event', 'login');
  hj('event', `login of ${user.email}`); // ~> contact.email hotjar
  hj('stateChange', '/login');
});
