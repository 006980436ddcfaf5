import SES from 'aws-sdk/clients/ses';
import { queue } from '@acme/queue';

interface User { email: string }

const ses = new SES();

queue.on('signup', async (user: User) => {
  await ses.sendEmail({ Destination: { ToAddresses: [user.email] }, Source: 'a@acme.org' } as never).promise(); // ~> contact.email amazon-ses
});
