document.addEventListener('login', (event) => {
  const { user, account } = event.detail;
  pendo.initialize({
    visitor: { id: user.id, email: user.email, full_name: user.fullName }, // ~> identifier.user_id pendo, contact.email pendo, identity.name pendo
    account: { id: account.id, name: account.name }, // ~> identifier.org_id pendo, work.organization pendo
    excludeAllText: true,
  });
  window.pendo.identify(user.id, account.id); // ~> identifier.user_id pendo, identifier.org_id pendo
  pendo.identify({ visitor: { id: '1', phone: user.phone } }); // ~> contact.phone pendo
  pendo.updateOptions({ visitor: { id: '1', email: user.email } }); // ~> contact.email pendo
  pendo.track('Signed in', { city: user.city }); // ~> location.city pendo
  pendo.track('Plan chosen', { plan: 'gold' });
});
