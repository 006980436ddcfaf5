import { Auth, BetaTester } from '@expo/apple-utils';
import { prompts } from '@acme/prompts';

interface Answers { username: string; password: string; teamId: string }
interface Tester { email: string; firstName: string }

prompts.on('login', async (answers: Answers) => {
  await Auth.loginWithUserCredentialsAsync({ username: answers.username, password: answers.password }); // ~> credential.password app-store-connect, identity.username app-store-connect
});

prompts.on('invite', async (tester: Tester) => {
  const context = { teamId: 'x' };
  await BetaTester.createAsync(context, { email: tester.email, firstName: tester.firstName }); // ~> contact.email app-store-connect, identity.first_name app-store-connect
});
