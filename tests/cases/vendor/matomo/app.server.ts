import express from 'express';
import MatomoTracker from 'matomo-tracker';

const app = express();
const matomo = new MatomoTracker(1, 'https://acme.matomo.cloud/matomo.php');

app.post('/orders', (req, res) => {
  matomo.track({
    url: 'https://acme.org/orders',
    action_name: 'order',
    uid: req.body.customer, // ~> identifier.user_id matomo
    cip: req.ip, // ~> identifier.ip_address matomo
  });
  matomo.trackBulk([{ url: 'https://acme.org/', uid: req.body.email }]); // ~> contact.email matomo
  res.send('ok');
});
