import { Router } from 'express';
import { query } from './db';
import { generate } from './model';

export const chat = Router();

chat.post('/chat/completions', async (req, res) => {
  const { model, prompt, messages } = req.body;
  const content = generate(model, prompt, messages);
  await query('insert into usage (endpoint, request_body, tokens) values ($1, $2, $3)', [
    req.path,
    JSON.stringify(req.body),
    content.length,
  ]);
  console.log('completion', model, content.length);
  res.json({ role: 'assistant', content });
});

chat.get('/usage', async (_req, res) => {
  res.json(await query('select endpoint, request_body, tokens from usage'));
});
