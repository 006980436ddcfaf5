document.addEventListener('login', (event) => {
  const { user } = event.detail;
  AF('pba', 'setCustomerUserId', user.id); // ~> identifier.user_id appsflyer
  window.AF('pba', 'event', { eventType: 'EVENT', eventName: 'login', eventValue: { email: user.email } }); // ~> contact.email appsflyer
  AF('banners', 'showBanner');
});
