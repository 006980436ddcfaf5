const https = require('node:https');
const parameters_1 = require('./parameters');

class Collector {
  constructor(user) {
    this.query = JSON.stringify({ [parameters_1.P.Mail]: user.contact, [parameters_1.P.Part3]: user.plan });
  }
  send(user) {
    const request = https.request({ host: 'www.google-analytics.com', path: '/g/collect?' + this.query });
    request.write(JSON.stringify({ [parameters_1.P.Phone]: user.reach }));
    request.end();
  }
}

async function main() {
  const user = await currentUser();
  new Collector(user).send(user); // ~> contact.email google-analytics, contact.phone google-analytics
}
exports.main = main;
