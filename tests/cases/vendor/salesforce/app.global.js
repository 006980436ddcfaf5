document.addEventListener('login', (event) => {
  const { user } = event.detail;
  embeddedservice_bootstrap.prechatAPI.setHiddenPrechatFields({ Email: user.email }); // ~> contact.email salesforce
});
