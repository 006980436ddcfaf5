const apm = require('elastic-apm-node').start({ serviceName: 'api', captureBody: 'off' });
const { auth } = require('@acme/auth');

auth.on('login', (user, error) => {
  apm.setUserContext({ id: user.id, email: user.email }); // ~> identifier.user_id elastic-apm, contact.email elastic-apm
  apm.setLabel('email', user.email); // ~> contact.email elastic-apm
  apm.addLabels({ phone: user.phone }); // ~> contact.phone elastic-apm
  apm.captureError(error, { custom: { email: user.email } }); // ~> contact.email elastic-apm
});
