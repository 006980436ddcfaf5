document.addEventListener('login', (event) => {
  const { user } = event.detail;
  aa('setUserToken', user.id); // ~> identifier.user_id algolia
});
