import sgMail from '@sendgrid/mail';
import client from '@sendgrid/client';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; firstName: string; phone: string; plan: string }

sgMail.setApiKey(process.env.SENDGRID_API_KEY ?? '');

inbox.on('reply', async (user: User) => {
  await sgMail.send({ to: user.email, from: 'team@acme.example', subject: 'Welcome', text: 'Hello' }); // ~> contact.email sendgrid
  await sgMail.send({ to: user.email, from: 'team@acme.example', templateId: 'd-1', dynamicTemplateData: { firstName: user.firstName } }); // ~> contact.email sendgrid, identity.first_name sendgrid
  await sgMail.send([{ to: 'team@acme.example', from: 'team@acme.example', subject: 'Reply', html: `Mail of ${user.email}` }]); // ~> contact.email sendgrid
  await sgMail.sendMultiple({ to: [user.email], from: 'team@acme.example', subject: 'News', text: 'Hello' }); // ~> contact.email sendgrid
  await sgMail.send({ to: 'team@acme.example', from: 'team@acme.example', subject: user.plan, text: 'Hello' });
  await client.request({ method: 'PUT', url: '/v3/marketing/contacts', body: { contacts: [{ email: user.email, phone_number: user.phone }] } }); // ~> contact.email sendgrid, contact.phone sendgrid
});
