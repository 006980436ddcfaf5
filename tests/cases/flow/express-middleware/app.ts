import express, { type NextFunction, type Request, type Response } from 'express';
import * as Sentry from '@sentry/node';

function identify(req: Request, _res: Response, next: NextFunction) {
  Sentry.setUser({ email: req.user?.email }); // ~> contact.email sentry
  next();
}

const app = express();
app.use(identify);
app.listen(3000);
