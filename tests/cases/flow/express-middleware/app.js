const express = require('express');
const Sentry = require('@sentry/node');

function identify(req, res, next) {
  Sentry.setUser({ email: req.user.email }); // ~> contact.email sentry
  next();
}

const app = express();
app.use(identify);
app.listen(3000);
