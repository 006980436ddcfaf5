import Bugsnag from '@bugsnag/react-native';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string }

Bugsnag.start();

auth.on('login', (user: User) => {
  Bugsnag.setUser(user.id, user.email); // ~> identifier.user_id bugsnag, contact.email bugsnag
  Bugsnag.addMetadata('account', { phone: user.phone }); // ~> contact.phone bugsnag
});
