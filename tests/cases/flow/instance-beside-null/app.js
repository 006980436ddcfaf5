class Client {
  constructor(options) {
    this.options = options;
  }

  async post(path, json) {
    return fetch(`${this.options.base}/${path}`, { method: 'POST', body: JSON.stringify(json) });
  }
}

const github = new Client({ base: 'https://api.github.com' });
exports.analytics = void 0;
exports.analytics = new Client({ base: 'https://www.google-analytics.com' });

async function open(title) {
  await github.post('issues', { title });
}

async function send(user) {
  await exports.analytics.post('mp/collect', user);
}

open('a bug');
send({ email: process.argv[2] }); // ~> contact.email google-analytics
