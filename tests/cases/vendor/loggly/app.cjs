const loggly = require('node-loggly-bulk');
const { auth } = require('@acme/auth');

const client = loggly.createClient({ token: 'x', subdomain: 'acme', json: true });

auth.on('login', (user) => {
  client.log(`login of ${user.email}`); // ~> contact.email loggly
  client.log({ phone: user.phone }, ['login']); // ~> contact.phone loggly
});
