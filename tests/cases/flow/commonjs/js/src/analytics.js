const Mixpanel = require('mixpanel');

const client = Mixpanel.init(process.env.MIXPANEL_TOKEN);

function identify(email) {
  client.people.set('web', { $email: email });
}

module.exports = { identify };
