const instana = require('@instana/collector')();
const { auth } = require('@acme/auth');

auth.on('login', (user) => {
  instana.currentSpan().annotate('sdk.custom.tags.email', user.email); // ~> contact.email instana
});
