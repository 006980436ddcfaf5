import { createHash } from 'node:crypto';
import express from 'express';

const hash = (value) => createHash('sha256').update(value).digest('hex');
const app = express();

app.post('/lead', async (req, res) => {
  const user_data = {
    em: hash(req.body.email), // ~> contact.email_hash meta
    client_ip_address: req.ip, // ~> identifier.ip_address meta
  };
  await fetch('https://graph.facebook.com/v19.0/123/events', {
    method: 'POST',
    body: JSON.stringify({ data: [{ event_name: 'Lead', user_data }] }),
  });
  res.sendStatus(204);
});
