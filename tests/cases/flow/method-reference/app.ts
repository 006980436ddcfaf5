import express, { type Request, type Response } from 'express';
import { PostHog } from 'posthog-node';

class SignupController {
  private readonly posthog = new PostHog(process.env.POSTHOG_KEY!);

  create(req: Request, res: Response) {
    this.posthog.capture({ distinctId: 'api', event: 'signup', properties: { email: req.body.email } }); // ~> contact.email posthog
    res.sendStatus(201);
  }
}

const controller = new SignupController();
const app = express();
app.post('/signup', controller.create.bind(controller));
