import ym from 'react-yandex-metrika';
import { ym as send } from 'react-metrika';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string }

auth.on('login', (user: User) => {
  ym('setUserID', user.id); // ~> identifier.user_id yandex-metrica
  ym('userParams', { email: user.email }); // ~> contact.email yandex-metrica
  send(12345, 'userParams', { phone: user.phone }); // ~> contact.phone yandex-metrica
});
