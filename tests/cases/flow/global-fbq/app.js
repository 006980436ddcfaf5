document.querySelector('#order').addEventListener('submit', (event) => {
  const form = new FormData(event.target);
  fbq('init', '1234567890', { fn: form.get('a'), ln: form.get('b') }); // ~> identity.first_name meta, identity.last_name meta
  fbq('track', 'Purchase', { value: 10, currency: 'EUR' });
});
