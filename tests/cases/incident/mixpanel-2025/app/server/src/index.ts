import express from 'express';
import { auth } from './auth';
import { billing } from './billing';
import { chat } from './chat';
import { keys } from './keys';

const app = express();
app.use(express.json());
app.use('/api/auth', auth);
app.use('/api/keys', keys);
app.use('/api/billing', billing);
app.use('/api', chat);

app.listen(8080, () => console.log('listening on 8080'));
