import { Router } from 'express';
import { query } from './db';

export const billing = Router();

billing.get('/invoices', async (_req, res) => {
  res.json(await query('select number, amount, status from invoices'));
});

billing.put('/payment', async (req, res) => {
  const { cardNumber, expiry } = req.body;
  await query('insert into payment_methods (card_number, expiry) values ($1, $2)', [cardNumber, expiry]);
  console.log('payment method saved');
  res.sendStatus(204);
});
