import express, { type Request, type Response } from 'express';
import { PostHog } from 'posthog-node';

const posthog = new PostHog(process.env.POSTHOG_KEY!);
type Handler = (req: Request, res: Response) => void;

function withTracking(handler: Handler): Handler {
  return (req, res) => {
    posthog.capture({ distinctId: 'api', event: 'request', properties: { email: req.body.email } }); // ~> contact.email posthog
    handler(req, res);
  };
}

const app = express();
app.post('/signup', withTracking((req, res) => { res.sendStatus(201); }));
