import { CloudWatchLogsClient, PutLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { auth } from '@acme/auth';

interface User { id: string; email: string }

const client = new CloudWatchLogsClient({ region: 'eu-west-1' });

auth.on('login', async (user: User) => {
  await client.send(new PutLogEventsCommand({
    logGroupName: 'web',
    logStreamName: 'login',
    logEvents: [{ timestamp: Date.now(), message: `login of ${user.email}` }], // ~> contact.email aws-rum
  }));
});
