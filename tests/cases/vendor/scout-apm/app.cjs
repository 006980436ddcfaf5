const scout = require('@scout_apm/scout-apm');
const { auth } = require('@acme/auth');

auth.on('login', async (user) => {
  scout.api.Context.addSync('email', user.email); // ~> contact.email scout-apm
  await scout.api.Context.add('phone', user.phone); // ~> contact.phone scout-apm
});
