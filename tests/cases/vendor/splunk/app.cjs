const { Logger } = require('splunk-logging');
const { auth } = require('@acme/auth');

const logger = new Logger({ token: 'x', url: 'https://inputs.x.splunkcloud.com:8088' });

auth.on('login', (user) => {
  logger.send({ message: { event: 'login', email: user.email }, severity: 'info' }); // ~> contact.email splunk
});
