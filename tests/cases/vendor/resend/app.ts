import { Resend } from 'resend';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; firstName: string; plan: string }

const resend = new Resend(process.env.RESEND_API_KEY);

inbox.on('reply', async (user: User) => {
  await resend.emails.send({ from: 'team@acme.example', to: user.email, subject: 'Welcome', text: `Hello ${user.firstName}` }); // ~> contact.email resend, identity.first_name resend
  await resend.emails.send({ from: 'team@acme.example', to: ['team@acme.example'], subject: 'Reply', html: `Mail of ${user.email}` }); // ~> contact.email resend
  await resend.batch.send([{ from: 'team@acme.example', to: [user.email], subject: 'Welcome', text: 'Hello' }]); // ~> contact.email resend
  await resend.contacts.create({ audienceId: 'a1', email: user.email, firstName: user.firstName }); // ~> contact.email resend, identity.first_name resend
  await resend.events.send({ event: 'signed_up', email: user.email, payload: { plan: user.plan } }); // ~> contact.email resend
  await resend.emails.send({ from: 'team@acme.example', to: 'team@acme.example', subject: user.plan, text: 'Hello' });
});
