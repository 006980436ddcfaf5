document.addEventListener('login', (event) => {
  const { user } = event.detail;
  drift.identify(user.id, { email: user.email, phone: user.phone }); // ~> contact.email drift, contact.phone drift, identifier.user_id drift
  drift.track('signed_in', { email: user.email }); // ~> contact.email drift
  window.drift.identify(user.id); // ~> identifier.user_id drift
  drift.track('plan_chosen', { plan: user.plan });
});
