import { Client, WebhookClient } from 'discord.js';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; plan: string }

const hook = new WebhookClient({ url: 'https://discord.com/api/webhooks/1/x' });
const client = new Client({ intents: [] });

auth.on('signup', async (user: User, comment: { text: string }) => {
  await hook.send(`New user ${user.email}`); // ~> contact.email discord
  await hook.send({ content: comment.text }); // ~> content.free_text discord
  const channel = await client.channels.fetch('1');
  await channel.send(`Call ${user.phone}`); // ~> contact.phone discord
  await hook.send('Somebody signed up');
  client.on('interactionCreate', async (interaction) => interaction.reply({ content: user.email })); // ~> contact.email discord
});
