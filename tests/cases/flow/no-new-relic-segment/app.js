const newrelic = require('newrelic');
const { save } = require('@acme/store');
const { auth } = require('@acme/auth');

auth.on('login', (user) => {
  newrelic.startSegment('saveUser', true, () => save({ email: user.email }));
});
