import * as configcat from 'configcat-node';
import { auth } from '@acme/auth';

interface User { id: string; email: string }

const client = configcat.getClient('x');

auth.on('login', async (user: User) => {
  await client.getValueAsync('new-login', false, new configcat.User(user.id, user.email));
});
