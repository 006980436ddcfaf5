document.addEventListener('login', (event) => {
  const { user } = event.detail;
  ttq.identify({ email: user.email, phone_number: user.phone, external_id: user.id }); // ~> contact.email tiktok, contact.phone tiktok, identifier.user_id tiktok
  window.ttq.track('CompleteRegistration', { description: user.city }); // ~> location.city tiktok
  ttq.instance('C1').track('Lead', { email: user.email }); // ~> contact.email tiktok
  ttq.track('ViewContent', { content_id: '1' });
  ttq.page();
});
