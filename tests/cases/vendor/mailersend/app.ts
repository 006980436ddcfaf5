import { EmailParams, MailerSend, Recipient, Sender } from 'mailersend';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; fullName: string; phone: string; dateOfBirth: string; iban: string }
interface Line { text: string; file: Blob }

const mailer = new MailerSend({ apiKey: process.env.MAILERSEND_API_KEY });

inbox.on('line', async (user: User, line: Line) => {
  const message = new EmailParams()
    .setFrom(new Sender('team@acme.example', 'Acme'))
    .setTo([new Recipient(user.email, user.name)]) // ~> contact.email mailersend, identity.name mailersend
    .setText(line.text); // ~> content.message mailersend
  await mailer.email.send(message);
  await mailer.email.send({ to: [{ email: user.email }], html: line.text }); // ~> contact.email mailersend, content.message mailersend
  await mailer.sms.send({ from: '+1', to: [user.phone], text: 'Hello' }); // ~> contact.phone mailersend
  await mailer.emailVerification.verifyEmail(user.email); // ~> contact.email mailersend
});
