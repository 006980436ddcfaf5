document.querySelector('#login').addEventListener('submit', (event) => {
  const user = { email: event.target.elements.email.value, phone: event.target.elements.phone.value };
  hj('identify', null, { email: user.email }); // ~> contact.email hotjar
  window.hj('identify', null, { phone: user.phone }); // ~> contact.phone hotjar
  hj('event', 'login');
  hj('event', `login of ${user.email}`); // ~> contact.email hotjar
  hj('stateChange', '/login');
});
