// Script tag: the global `LDClient`.
document.addEventListener('login', (event) => {
  const { user } = event.detail;
  const client = LDClient.initialize('id', { kind: 'user', key: user.id, email: user.email }, {}); // ~> identifier.user_id launchdarkly, contact.email launchdarkly
  client.track('login');
});
