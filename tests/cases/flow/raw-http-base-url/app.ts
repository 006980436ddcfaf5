import express from 'express';

const BASE = 'https://api.mixpanel.com';
const app = express();

app.post('/signup', async (req, res) => {
  await fetch(`${BASE}/engage#profile-set`, {
    method: 'POST',
    body: JSON.stringify([{ $token: process.env.TOKEN, $set: { $email: req.body.email } }]), // ~> contact.email mixpanel
  });
  res.sendStatus(204);
});
