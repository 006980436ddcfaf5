import { Singular, SingularConfig, SingularUserDetails } from 'singular-react-native';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string }

Singular.init(new SingularConfig('key', 'secret'));

auth.on('login', (user: User) => {
  Singular.setCustomUserId(user.id); // ~> identifier.user_id singular
  Singular.eventWithArgs('login', { phone: user.phone }); // ~> contact.phone singular
  Singular.setUserDetails(new SingularUserDetails().setEmail(user.email)); // ~> contact.email singular
});
