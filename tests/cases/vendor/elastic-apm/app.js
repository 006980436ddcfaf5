// Script tag: the global `elasticApm`.
document.addEventListener('login', (event) => {
  const { user } = event.detail;
  elasticApm.init({ serviceName: 'web' });
  elasticApm.setUserContext({ id: user.id, email: user.email }); // ~> identifier.user_id elastic-apm, contact.email elastic-apm
});
