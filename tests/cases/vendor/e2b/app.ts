import { Sandbox } from '@e2b/code-interpreter';
import express from 'express';
import { loadUser } from './users';

interface User { id: string; email: string; plan: string }

const app = express();

app.post('/run', async (req, res) => {
  const user: User = await loadUser(req.body.token);
  const sandbox = await Sandbox.create({ metadata: { userId: user.id } }); // ~> identifier.user_id e2b
  await sandbox.files.write('/home/user/mail.txt', user.email); // ~> contact.email e2b
  await sandbox.files.write([{ path: '/home/user/mail.txt', data: user.email }]); // ~> contact.email e2b
  await sandbox.commands.run('mail', { envs: { EMAIL: user.email } }); // ~> contact.email e2b
  await sandbox.runCode(`print("${user.email}")`); // ~> contact.email e2b
  await sandbox.runCode('print(1)');
  await sandbox.kill();
  res.send('ok');
});
