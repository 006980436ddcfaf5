const newrelic = require('newrelic');
const { auth } = require('@acme/auth');

auth.on('login', (user, error) => {
  newrelic.setUserID(user.id); // ~> identifier.user_id new-relic
  newrelic.addCustomAttribute('email', user.email); // ~> contact.email new-relic
  newrelic.addCustomAttributes({ phone: user.phone, plan: user.plan }); // ~> contact.phone new-relic
  newrelic.recordCustomEvent('Login', { email: user.email }); // ~> contact.email new-relic
  newrelic.noticeError(error, { email: user.email }); // ~> contact.email new-relic
  newrelic.recordLogEvent({ message: `login of ${user.email}` }); // ~> contact.email new-relic
  newrelic.recordMetric('Custom/Login', 1);
});
