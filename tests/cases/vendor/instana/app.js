// The snippet defines the global `ineum`.
document.addEventListener('login', (event) => {
  const { user } = event.detail;
  ineum('user', user.id, user.name, user.email); // ~> identifier.user_id instana, identity.name instana, contact.email instana
  ineum('meta', 'phone', user.phone); // ~> contact.phone instana
  ineum('reportEvent', 'login', { meta: { email: user.email } }); // ~> contact.email instana
  ineum('reportError', `no account for ${user.email}`); // ~> contact.email instana
  ineum('trackSessions');
});
