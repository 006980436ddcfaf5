const { createHash } = require('crypto');
const Mixpanel = require('mixpanel');
const { auth } = require('@acme/auth');

const mixpanel = Mixpanel.init(process.env.MIXPANEL_TOKEN);

function sha256(value) {
  return createHash('sha256').update(value.trim().toLowerCase()).digest('hex');
}

auth.on('login', (user) => {
  mixpanel.people.set('web', { key: sha256(user.email) }); // ~> contact.email_hash mixpanel
});
