document.addEventListener('login', (event) => {
  const { user } = event.detail;
  Countly.q.push(['user_details', { email: user.email }]); // ~> contact.email countly
  Countly.q.push(['add_event', { key: 'login', segmentation: { phone: user.phone } }]); // ~> contact.phone countly
  Countly.q.push(['set_id', user.id]); // ~> identifier.user_id countly
  window.Countly.user_details({ username: user.username }); // ~> identity.username countly
});
