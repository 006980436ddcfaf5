const Sdk = require('@dynatrace/oneagent-sdk');
const { auth } = require('@acme/auth');

const api = Sdk.createInstance();

auth.on('login', (user) => {
  api.addCustomRequestAttribute('email', user.email); // ~> contact.email dynatrace
  api.addCustomRequestAttribute('region', 'EMEA');
});
