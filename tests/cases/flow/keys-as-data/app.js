const express = require('express');
const Mixpanel = require('mixpanel');

const client = Mixpanel.init('token');
const app = express();

function recipients(members) {
  return members.reduce((all, member) => {
    all[member.email] = { plan: 'free' };
    return all;
  }, {});
}

app.post('/send', (req, res) => {
  const all = recipients(req.body.members); // ~> contact.email mixpanel
  client.track('sent', { to: Object.keys(all) });
  res.end();
});
