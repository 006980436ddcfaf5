import { Logtail } from '@logtail/browser';
import { Logtail as Server } from '@logtail/node';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; plan: string }

const logtail = new Logtail('x');
const server = new Server('x', { endpoint: 'https://s1.eu-nbg-2.betterstackdata.com' });

auth.on('login', (user: User) => {
  logtail.info(`login of ${user.email}`); // ~> contact.email better-stack
  logtail.warn('login', { phone: user.phone, plan: user.plan }); // ~> contact.phone better-stack
  server.error('denied', { userId: user.id }); // ~> identifier.user_id better-stack
  server.log('denied', 'error', { email: user.email }); // ~> contact.email better-stack
  server.flush();
});
