const Libhoney = require('libhoney');
const beeline = require('honeycomb-beeline')({ writeKey: 'x' });
const { auth } = require('@acme/auth');

const honey = new Libhoney({ writeKey: 'x', dataset: 'web' });

auth.on('login', (user) => {
  const event = honey.newEvent();
  event.addField('email', user.email); // ~> contact.email honeycomb
  event.add({ phone: user.phone }); // ~> contact.phone honeycomb
  event.send();
  honey.sendNow({ userId: user.id }); // ~> identifier.user_id honeycomb
  beeline.addContext({ email: user.email }); // ~> contact.email honeycomb
  beeline.addTraceContext({ phone: user.phone }); // ~> contact.phone honeycomb
});
