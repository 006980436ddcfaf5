import express from 'express';
import { Pool } from 'pg';
import { PostHog } from 'posthog-node';

const pool = new Pool();
const posthog = new PostHog(process.env.POSTHOG_KEY!);
const app = express();

app.post('/signup', async (req, res) => {
  await pool.query('insert into users (email) values ($1)', [req.body.email]);
  posthog.capture({ distinctId: 'api', event: 'signup', properties: { form: 'short' } });
  res.sendStatus(201);
});
