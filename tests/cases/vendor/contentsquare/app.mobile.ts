import Contentsquare, { CSQ } from '@contentsquare/react-native-bridge';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string }

auth.on('login', (user: User) => {
  Contentsquare.sendUserIdentifier(user.id); // ~> identifier.user_id contentsquare
  CSQ.identify(user.email); // ~> contact.email contentsquare
  CSQ.addUserProperties({ phone: user.phone }); // ~> contact.phone contentsquare
  CSQ.trackEvent('login', { email: user.email }); // ~> contact.email contentsquare
  Contentsquare.sendDynamicVar('email', user.email); // ~> contact.email contentsquare
});
