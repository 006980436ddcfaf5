import { Client } from 'rollbar-react-native';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; phone: string }

const rollbar = new Client({ accessToken: 'x' });

auth.on('login', (user: User) => {
  rollbar.setPerson(user.id, user.name, user.email); // ~> identifier.user_id rollbar, identity.name rollbar, contact.email rollbar
  rollbar.info('login', { phone: user.phone }); // ~> contact.phone rollbar
});
