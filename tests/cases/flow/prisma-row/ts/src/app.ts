import express from 'express';
import { PrismaClient } from '@prisma/client';
import { Analytics } from '@segment/analytics-node';

const prisma = new PrismaClient();
const analytics = new Analytics({ writeKey: process.env.SEGMENT_KEY! });
const app = express();

app.post('/sync', async (_req, res) => {
  const customer = await prisma.customer.findFirstOrThrow();
  analytics.identify({ userId: 'sync', traits: { email: customer.email, phone: customer.phone } }); // ~> contact.email segment, contact.phone segment
  res.sendStatus(204);
});
