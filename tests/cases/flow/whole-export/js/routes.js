const express = require('express');
const stripe = require('./client');
const { customers } = require('./index');

const app = express();

app.put('/member', async (req, res) => {
  await stripe.customers.update('id', { email: req.body.email }); // ~> contact.email stripe
  await customers.update('id', { name: req.body.user.name }); // ~> identity.name stripe
  res.end();
});
