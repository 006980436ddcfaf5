import { PublishCommand, SNS, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import OldSns from 'aws-sdk/clients/sns';
import { queue } from '@acme/queue';

interface User { email: string; phone: string; pushToken: string }

const client = new SNSClient({});
const sns = new SNS({});
const old = new OldSns();

queue.on('code', async (user: User) => {
  await client.send(new PublishCommand({ PhoneNumber: user.phone, Message: 'Your code' })); // ~> contact.phone amazon-sns
  await client.send(new PublishCommand({ TopicArn: 'arn', Message: `New user ${user.email}` })); // ~> contact.email amazon-sns
  await client.send(new SubscribeCommand({ Protocol: 'email', Endpoint: user.email, TopicArn: 'arn' })); // ~> contact.email amazon-sns
  await sns.publish({ PhoneNumber: user.phone, Message: 'Your code' }); // ~> contact.phone amazon-sns
  await sns.createPlatformEndpoint({ PlatformApplicationArn: 'arn', Token: user.pushToken }); // ~> identifier.push_token amazon-sns
  await old.publish({ PhoneNumber: user.phone, Message: 'Your code' }).promise(); // ~> contact.phone amazon-sns
});
