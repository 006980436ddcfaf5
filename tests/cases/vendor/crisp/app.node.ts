import CrispApi from 'crisp-api';
import { auth } from '@acme/auth';

const client = new CrispApi();

auth.on('login', async (user: { email: string; name: string; plan: string }, reply: { message: string }) => {
  await client.website.addNewPeopleProfile('site', { email: user.email, person: { nickname: user.name } }); // ~> contact.email crisp, identity.name crisp
  await client.website.updateConversationMetas('site', 'session', { email: user.email }); // ~> contact.email crisp
  await client.website.sendMessageInConversation('site', 'session', { type: 'text', from: 'operator', origin: 'chat', content: reply.message }); // ~> content.message crisp
});
