document.addEventListener('login', (event) => {
  const { user } = event.detail;
  zE('webWidget', 'identify', { name: user.name, email: user.email }); // ~> contact.email zendesk, identity.name zendesk
  zE('webWidget', 'prefill', { phone: { value: user.phone, readOnly: true } }); // ~> contact.phone zendesk
  zE('messenger:set', 'conversationFields', [{ id: '1', value: user.email }]); // ~> contact.email zendesk
  window.zESettings = { webWidget: { contactForm: { fields: [{ id: 'email', prefill: { '*': user.email } }] } } }; // ~> contact.email zendesk
  $zopim.livechat.setEmail(user.email); // ~> contact.email zendesk
  $zopim.livechat.setName(user.name); // ~> identity.name zendesk
});
