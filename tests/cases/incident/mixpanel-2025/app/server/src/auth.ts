import { randomUUID, scryptSync } from 'node:crypto';
import { Router } from 'express';
import { query } from './db';

interface UserRow {
  id: string;
  name: string;
  email: string;
  plan: string;
  org_id: string;
  password_hash: string;
}

export const auth = Router();

function digest(password: string): string {
  return scryptSync(password, 'pepper', 32).toString('hex');
}

function session(row: UserRow) {
  return {
    user: { id: row.id, name: row.name, email: row.email, plan: row.plan },
    organization: { id: row.org_id, seats: 1 },
    accessToken: randomUUID(),
  };
}

auth.post('/login', async (req, res) => {
  const { email, password } = req.body;
  const [row] = await query<UserRow>('select * from users where email = $1', [email]);
  if (!row || row.password_hash !== digest(password)) {
    console.warn('login refused for', email);
    res.sendStatus(401);
    return;
  }
  res.json(session(row));
});

auth.post('/signup', async (req, res) => {
  const { name, email, password } = req.body;
  const [row] = await query<UserRow>(
    'insert into users (name, email, password_hash) values ($1, $2, $3) returning *',
    [name, email, digest(password)],
  );
  console.log('user created', row.id);
  res.status(201).json(session(row));
});

auth.put('/password', async (req, res) => {
  await query('update users set password_hash = $1', [digest(req.body.password)]);
  res.sendStatus(204);
});

auth.post('/identity', async (req, res) => {
  await query('insert into identity_checks (id_document_number) values ($1)', [req.body.idDocumentNumber]);
  res.sendStatus(204);
});
