const appInsights = require('applicationinsights');
const { auth } = require('@acme/auth');

appInsights.setup('InstrumentationKey=x').start();

auth.on('login', (user, error) => {
  appInsights.defaultClient.trackEvent({ name: 'login', properties: { email: user.email } }); // ~> contact.email application-insights
  appInsights.defaultClient.trackException({ exception: error, properties: { phone: user.phone } }); // ~> contact.phone application-insights
  const client = new appInsights.TelemetryClient();
  client.trackTrace({ message: `login of ${user.email}` }); // ~> contact.email application-insights
});
