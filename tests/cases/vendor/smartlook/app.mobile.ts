import Smartlook from 'react-native-smartlook-analytics';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string }

auth.on('login', (user: User) => {
  Smartlook.instance.user.setIdentifier(user.id); // ~> identifier.user_id smartlook
  Smartlook.instance.user.setEmail(user.email); // ~> contact.email smartlook
  Smartlook.instance.user.setUserProperty('phone', user.phone); // ~> contact.phone smartlook
});
