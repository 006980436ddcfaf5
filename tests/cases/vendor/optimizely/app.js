// The snippet of Web Experimentation defines the global `optimizely`.
window.optimizely = window.optimizely || [];
document.addEventListener('login', (event) => {
  const { user } = event.detail;
  window.optimizely.push({ type: 'user', attributes: { email: user.email } }); // ~> contact.email optimizely
  window.optimizely.push({ type: 'event', eventName: 'login', tags: { phone: user.phone } }); // ~> contact.phone optimizely
});
