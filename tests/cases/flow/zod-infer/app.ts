import express from 'express';
import { z } from 'zod';
import mixpanel from 'mixpanel';

const SignupSchema = z.object({ email: z.string().email(), firstName: z.string(), plan: z.string() });
type Signup = z.infer<typeof SignupSchema>;

const client = mixpanel.init(process.env.MIXPANEL_TOKEN!);
const app = express();

app.post('/signup', (req, res) => {
  const signup: Signup = SignupSchema.parse(req.body);
  client.people.set('signup', signup); // ~> contact.email mixpanel, identity.first_name mixpanel
  res.sendStatus(201);
});
