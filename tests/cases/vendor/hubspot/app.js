const _hsq = (window._hsq = window._hsq || []);

document.addEventListener('login', (event) => {
  const { user } = event.detail;
  _hsq.push(['identify', { email: user.email, id: user.id }]); // ~> contact.email hubspot, identifier.user_id hubspot
  _hsq.push(['trackPageView']);
  window._hsq.push(['trackCustomBehavioralEvent', { name: 'login', properties: { city: user.city } }]); // ~> location.city hubspot
  window._hsq.push(['trackEvent', { id: '0001', value: 2 }]);
  window.hsConversationsSettings = { identificationEmail: user.email, identificationToken: 't' }; // ~> contact.email hubspot
});
