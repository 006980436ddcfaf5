// The snippet defines the global `cwr`.
document.addEventListener('login', (event) => {
  const { user } = event.detail;
  cwr('addSessionAttributes', { userId: user.id }); // ~> identifier.user_id aws-rum
  cwr('recordEvent', { type: 'login', data: { email: user.email } }); // ~> contact.email aws-rum
  cwr('recordPageView', '/account');
});
