const express = require('express');
const Mixpanel = require('mixpanel');

const mixpanel = Mixpanel.init(process.env.MIXPANEL_TOKEN);
const app = express();

app.get('/account', (req, res) => {
  mixpanel.people.set('web', { $email: req.session.user.email }); // ~> contact.email mixpanel
  res.send('ok');
});
