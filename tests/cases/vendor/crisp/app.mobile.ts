import { setUserEmail, setUserPhone, setSessionString } from 'react-native-crisp-chat-sdk';
import { auth } from '@acme/auth';

auth.on('login', (user: { email: string; phone: string; city: string }) => {
  setUserEmail(user.email); // ~> contact.email crisp
  setUserPhone(user.phone); // ~> contact.phone crisp
  setSessionString('city', user.city); // ~> location.city crisp
});
