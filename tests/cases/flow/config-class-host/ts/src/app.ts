import express from 'express';
import { config } from './config';

const app = express();

app.post('/signup', async (req, res) => {
  const url = `${config.segment.endpoint}/${config.segment.version}/identify`;
  await fetch(url, { method: 'POST', body: JSON.stringify({ traits: { email: req.body.email } }) }); // ~> contact.email segment
  res.sendStatus(201);
});
