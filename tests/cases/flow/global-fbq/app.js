document.querySelector('#order').addEventListener('submit', (event) => {
  const form = new FormData(event.target);
  fbq('init', '1234567890', { fn: form.get('a'), ln: form.get('b') }); // ~> identity.first_name meta-pixel, identity.last_name meta-pixel
  fbq('track', 'Purchase', { value: 10, currency: 'EUR' });
});
