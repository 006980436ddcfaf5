import { Iterable } from '@iterable/react-native-sdk';
import { auth } from '@acme/auth';

auth.on('login', (user: { id: string; email: string; firstName: string; phone: string; plan: string }) => {
  Iterable.setEmail(user.email); // ~> contact.email iterable
  Iterable.setUserId(user.id); // ~> identifier.user_id iterable
  Iterable.updateUser({ firstName: user.firstName }, false); // ~> identity.first_name iterable
  Iterable.trackEvent('signed_in', { phone: user.phone }); // ~> contact.phone iterable
});
