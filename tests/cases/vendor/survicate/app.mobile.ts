import Survicate, { UserTrait } from '@survicate/react-native-survicate';
import { auth } from '@acme/auth';

auth.on('login', (user: { id: string; email: string; phone: string; plan: string }) => {
  Survicate.setUserTrait('email', user.email); // ~> contact.email survicate
  Survicate.setUserTrait(new UserTrait('phone', user.phone)); // ~> contact.phone survicate
  Survicate.setUserId(user.id); // ~> identifier.user_id survicate
  Survicate.invokeEvent('signed_in', { email: user.email }); // ~> contact.email survicate
});
