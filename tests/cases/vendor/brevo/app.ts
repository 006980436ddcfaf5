import { BrevoClient } from '@getbrevo/brevo';
import SibApiV3Sdk from 'sib-api-v3-sdk';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; firstName: string; phone: string; plan: string }

const brevo = new BrevoClient({ apiKey: 'key' });
const old = new SibApiV3Sdk.TransactionalEmailsApi();
const contacts = new SibApiV3Sdk.ContactsApi();

inbox.on('signup', async (user: User) => {
  await brevo.transactionalEmails.sendTransacEmail({ to: [{ email: user.email }], subject: 'Welcome', textContent: `Hello ${user.firstName}`, sender: { email: 'team@acme.example' } }); // ~> contact.email brevo, identity.first_name brevo
  await brevo.contacts.createContact({ email: user.email, attributes: { FIRSTNAME: user.firstName } }); // ~> contact.email brevo, identity.first_name brevo
  await brevo.transactionalSms.sendAsyncTransactionalSms({ recipient: user.phone, content: 'Hello', sender: 'Acme' }); // ~> contact.phone brevo
  await old.sendTransacEmail({ to: [{ email: user.email }], templateId: 1, params: { firstName: user.firstName } }); // ~> contact.email brevo, identity.first_name brevo
  await contacts.createContact({ email: user.email, listIds: [1] }); // ~> contact.email brevo
  await contacts.updateContact(user.email, { attributes: { SMS: user.phone } }); // ~> contact.email brevo, contact.phone brevo
});
