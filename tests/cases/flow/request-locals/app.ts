import express from 'express';
import * as Sentry from '@sentry/node';

const app = express();

app.get('/account', (_req, res) => {
  Sentry.setUser({ email: res.locals.user.email }); // ~> contact.email sentry
  res.send('ok');
});
