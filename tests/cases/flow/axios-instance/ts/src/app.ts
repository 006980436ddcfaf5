import express from 'express';
import { http } from './http';

const app = express();

app.post('/signup', async (req, res) => {
  await http.post('/identify', {
    anonymousId: 'signup-form',
    traits: { email: req.body.email }, // ~> contact.email segment
  });
  res.sendStatus(201);
});
