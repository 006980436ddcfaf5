import { z } from 'zod';
import mixpanel from 'mixpanel';
import { bus } from '@acme/bus';

const SignupSchema = z.object({ email: z.string().email(), firstName: z.string(), plan: z.string() });
type Signup = z.infer<typeof SignupSchema>;

const client = mixpanel.init(process.env.MIXPANEL_TOKEN!);

bus.on('signup', (signup: Signup) => {
  client.people.set('signup', signup); // ~> contact.email mixpanel, identity.first_name mixpanel
});
