document.addEventListener('login', (event) => {
  const { user } = event.detail;
  window.fcWidget.init({ token: 't', host: 'https://wchat.eu.freshchat.com', externalId: user.id, email: user.email }); // ~> contact.email freshdesk, identifier.user_id freshdesk
  fcWidget.user.setEmail(user.email); // ~> contact.email freshdesk
  fcWidget.user.setFirstName(user.firstName); // ~> identity.first_name freshdesk
  fcWidget.user.setProperties({ phone: user.phone, plan: user.plan }); // ~> contact.phone freshdesk
  FreshworksWidget('identify', 'ticketForm', { name: user.name, email: user.email }); // ~> contact.email freshdesk, identity.name freshdesk
});
