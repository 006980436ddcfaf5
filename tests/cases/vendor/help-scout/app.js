document.addEventListener('login', (event) => {
  const { user, order } = event.detail;
  Beacon('init', 'b1');
  Beacon('identify', { name: user.name, email: user.email, company: user.company }); // ~> contact.email help-scout, identity.name help-scout, work.organization help-scout
  Beacon('prefill', { name: user.name, text: order.message }); // ~> content.message help-scout, identity.name help-scout
  Beacon('session-data', { phone: user.phone }); // ~> contact.phone help-scout
  window.Beacon('event', { type: 'page-viewed', url: location.href, title: document.title }); // ~> behavior.page_url help-scout
});
