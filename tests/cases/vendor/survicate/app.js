document.addEventListener('login', (event) => {
  const { user } = event.detail;
  _sva.setVisitorTraits({ email: user.email, first_name: user.firstName }); // ~> contact.email survicate, identity.first_name survicate
  window._sva.invokeEvent('signed_in', { phone: user.phone }); // ~> contact.phone survicate
  _sva.invokeEvent('plan_chosen', { plan: user.plan });
});
