const { identify } = require('./analytics');
const { auth } = require('@acme/auth');

auth.on('login', (user) => {
  identify(user.email); // ~> contact.email mixpanel
});
