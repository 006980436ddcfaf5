import express from 'express';
import { IPinfoWrapper } from 'node-ipinfo';

const ipinfo = new IPinfoWrapper('token');
const app = express();

app.get('/', async (req, res) => {
  const place = await ipinfo.lookupIp(req.ip); // ~> identifier.ip_address ipinfo
  res.json({ city: place.city });
});
