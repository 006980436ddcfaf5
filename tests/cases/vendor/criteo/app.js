window.criteo_q = window.criteo_q || [];

document.addEventListener('login', (event) => {
  const { user } = event.detail;
  window.criteo_q.push(
    { event: 'setAccount', account: 1 },
    { event: 'setEmail', email: user.email }, // ~> contact.email criteo
    { event: 'setZipcode', zipcode: user.postalCode }, // ~> location.postal_code criteo
    { event: 'viewHome' },
  );
  criteo_q.push({ event: 'setCustomerId', customer_id: user.id }); // ~> identifier.user_id criteo
});
