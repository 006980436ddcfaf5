const express = require('express');
const { Analytics } = require('@segment/analytics-node');

const analytics = new Analytics({ writeKey: process.env.SEGMENT_KEY });
const app = express();

app.get('/', (req, res) => {
  const agent = req.get('user-agent'); // ~> device.user_agent segment
  const origin = req.headers.referer; // ~> behavior.referrer segment
  analytics.track({ anonymousId: 'visit', event: 'Visit', properties: { agent, origin } });
  res.send('ok');
});
