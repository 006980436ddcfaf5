import { Klaviyo } from 'klaviyo-react-native-sdk';
import { auth } from '@acme/auth';

auth.on('login', (user: { id: string; email: string; phone: string; plan: string }) => {
  Klaviyo.setEmail(user.email); // ~> contact.email klaviyo
  Klaviyo.setPhoneNumber(user.phone); // ~> contact.phone klaviyo
  Klaviyo.setExternalId(user.id); // ~> identifier.user_id klaviyo
  Klaviyo.createEvent({ name: 'Signed in', properties: { email: user.email } }); // ~> contact.email klaviyo
});
