const { auth } = require('@acme/auth');

function getClient() {
  if (typeof window === 'undefined') return null;
  return require('mixpanel-browser');
}

auth.on('login', (user) => {
  const client = getClient();
  if (client) client.people.set({ $email: user.email }); // ~> contact.email mixpanel
});
