import express from 'express';
import { analyticsQueue } from './queue';

const app = express();

app.post('/signup', async (req, res) => {
  await analyticsQueue.add('identify', { email: req.body.email }); // ~> contact.email segment
  res.sendStatus(201);
});
