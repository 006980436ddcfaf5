import { WebClient } from '@slack/web-api';
import { IncomingWebhook } from '@slack/webhook';
import { App } from '@slack/bolt';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; plan: string }

const web = new WebClient(process.env.SLACK_TOKEN);
const hook = new IncomingWebhook('https://hooks.slack.com/services/x');
const app = new App({ token: 't', signingSecret: 's' });

auth.on('signup', async (user: User, comment: { text: string }) => {
  await web.chat.postMessage({ channel: 'C1', text: `New user ${user.email}` }); // ~> contact.email slack
  await web.chat.postEphemeral({ channel: 'C1', user: 'U1', text: comment.text }); // ~> content.free_text slack
  await web.users.lookupByEmail({ email: user.email }); // ~> contact.email slack
  await hook.send({ text: `New user ${user.email}` }); // ~> contact.email slack
  await hook.send(`Call ${user.phone}`); // ~> contact.phone slack
  await app.client.chat.postMessage({ channel: 'C1', text: user.email }); // ~> contact.email slack
  await web.chat.postMessage({ channel: 'C1', text: 'Somebody signed up' });
  app.command('/me', async ({ ack, respond, say }) => {
    await ack();
    await respond(`You are ${user.email}`); // ~> contact.email slack
    await say({ text: user.phone }); // ~> contact.phone slack
  });
});
