import { SendEmailCommand, SendTemplatedEmailCommand, SES, SESClient } from '@aws-sdk/client-ses';
import { CreateContactCommand, SendEmailCommand as SendV2, SESv2Client } from '@aws-sdk/client-sesv2';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; firstName: string; plan: string }

const client = new SESClient({ region: 'eu-west-1' });
const ses = new SES({ region: 'eu-west-1' });
const v2 = new SESv2Client({ region: 'eu-west-1' });

inbox.on('reply', async (user: User) => {
  await client.send(new SendEmailCommand({
    Source: 'team@acme.example',
    Destination: { ToAddresses: [user.email] }, // ~> contact.email amazon-ses
    Message: { Subject: { Data: 'Welcome' }, Body: { Text: { Data: `Hello ${user.firstName}` } } }, // ~> identity.first_name amazon-ses
  }));
  await client.send(new SendTemplatedEmailCommand({ Source: 'team@acme.example', Template: 't', Destination: { ToAddresses: [user.email] }, TemplateData: '{}' })); // ~> contact.email amazon-ses
  await ses.sendEmail({ Source: 'team@acme.example', Destination: { ToAddresses: ['team@acme.example'] }, Message: { Subject: { Data: 'Reply' }, Body: { Html: { Data: `Mail of ${user.email}` } } } }); // ~> contact.email amazon-ses
  await v2.send(new SendV2({ FromEmailAddress: 'team@acme.example', Destination: { ToAddresses: [user.email] }, Content: { Simple: { Subject: { Data: 'Hi' }, Body: {} } } })); // ~> contact.email amazon-ses
  await v2.send(new CreateContactCommand({ ContactListName: 'news', EmailAddress: user.email })); // ~> contact.email amazon-ses
});
