import { ServerClient } from 'postmark';
import * as postmark from 'postmark';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; firstName: string; plan: string }

const client = new ServerClient('token');
const other = new postmark.ServerClient('token');

inbox.on('reply', async (user: User) => {
  await client.sendEmail({ From: 'team@acme.example', To: user.email, Subject: 'Welcome', TextBody: `Hello ${user.firstName}` }); // ~> contact.email postmark, identity.first_name postmark
  await client.sendEmailBatch([{ From: 'team@acme.example', To: 'team@acme.example', HtmlBody: `Mail of ${user.email}` }]); // ~> contact.email postmark
  await client.sendEmailWithTemplate({ From: 'team@acme.example', To: 'x@acme.example', TemplateAlias: 'welcome', TemplateModel: { firstName: user.firstName } }); // ~> identity.first_name postmark
  await client.createSuppressions('outbound', { Suppressions: [{ EmailAddress: user.email }] }); // ~> contact.email postmark
  await other.sendEmail({ From: 'team@acme.example', To: user.email, Subject: 'Welcome', TextBody: 'Hello' }); // ~> contact.email postmark
});
