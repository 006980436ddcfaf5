window.uetq = window.uetq || [];

document.addEventListener('login', (event) => {
  const { user } = event.detail;
  uetq.push('set', { pid: { em: user.email, ph: user.phone } }); // ~> contact.email microsoft-advertising, contact.phone microsoft-advertising
  window.uetq.push('event', 'signup', { event_label: user.city }); // ~> location.city microsoft-advertising
  uetq.push({ ec: 'account', ea: 'login', el: user.email }); // ~> contact.email microsoft-advertising
  uetq.push('event', 'page_view', { page_path: '/' });
});
