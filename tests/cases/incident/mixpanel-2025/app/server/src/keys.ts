import { randomBytes, randomUUID } from 'node:crypto';
import { Router } from 'express';
import { query } from './db';

export const keys = Router();

keys.get('/', async (_req, res) => {
  res.json(await query('select id, scope from api_keys'));
});

keys.post('/', async (req, res) => {
  const apiKey = randomBytes(24).toString('base64url');
  const id = randomUUID();
  await query('insert into api_keys (id, scope, api_key) values ($1, $2, $3)', [id, req.body.scope, apiKey]);
  console.log('api key created', id);
  res.status(201).json({ id, scope: req.body.scope, apiKey });
});
