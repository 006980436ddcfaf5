import Braze from '@braze/react-native-sdk';
import { auth } from '@acme/auth';

interface User { id: string; email: string; firstName: string; phone: string; pushToken: string; plan: string }

auth.on('login', (user: User) => {
  Braze.changeUser(user.id); // ~> identifier.user_id braze
  Braze.setEmail(user.email); // ~> contact.email braze
  Braze.setFirstName(user.firstName); // ~> identity.first_name braze
  Braze.setPhoneNumber(user.phone); // ~> contact.phone braze
  Braze.setCustomUserAttribute('contact', user.email); // ~> contact.email braze
  Braze.registerPushToken(user.pushToken); // ~> identifier.push_token braze
  Braze.logCustomEvent('signed_in', { email: user.email }); // ~> contact.email braze
  Braze.logCustomEvent('plan_chosen', { plan: user.plan });
});
