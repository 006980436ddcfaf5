document.addEventListener('login', (event) => {
  const { user } = event.detail;
  twq('config', 'o1');
  twq('event', 'tw-o1-o2', { email_address: user.email, phone_number: user.phone }); // ~> contact.email x-ads, contact.phone x-ads
  window.twq('track', 'CompleteRegistration', { city: user.city }); // ~> location.city x-ads
  twq('event', 'tw-o1-o3', { value: 1 });
});
