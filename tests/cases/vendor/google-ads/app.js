document.addEventListener('login', (event) => {
  const { user } = event.detail;
  window.google_trackConversion({ google_conversion_id: 1, google_custom_params: { email: user.email } }); // ~> contact.email google-ads
  google_tag_params = { city: user.city }; // ~> location.city google-ads
});
