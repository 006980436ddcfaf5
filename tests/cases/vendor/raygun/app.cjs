const raygun = require('raygun');
const { auth } = require('@acme/auth');

const client = new raygun.Client().init({ apiKey: 'x' });

auth.on('login', (user, error) => {
  client.send(error, { customData: { phone: user.phone }, userInfo: { identifier: user.id, email: user.email } }); // ~> contact.phone raygun, identifier.user_id raygun, contact.email raygun
  client.addBreadcrumb(`login of ${user.email}`); // ~> contact.email raygun
});
