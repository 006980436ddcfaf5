const { TrackJS } = require('trackjs-node');
const { auth } = require('@acme/auth');

auth.on('login', (user, error) => {
  TrackJS.addMetadata({ email: user.email }); // ~> contact.email trackjs
  TrackJS.track(error, { userId: user.id }); // ~> identifier.user_id trackjs
});
