window.addEventListener('load', () => {
  const user = window.app.user;
  gtag('config', 'G-ABC123', { user_id: user.id }); // ~> identifier.user_id google-analytics
  gtag('event', 'view_item', { currency: 'EUR' });
});
