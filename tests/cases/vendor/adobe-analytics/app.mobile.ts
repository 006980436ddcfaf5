import { MobileCore, Identity, MobileVisitorAuthenticationState } from '@adobe/react-native-aepcore';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string }

auth.on('login', (user: User) => {
  MobileCore.trackAction('login', { email: user.email }); // ~> contact.email adobe-analytics
  MobileCore.collectPii({ phone: user.phone }); // ~> contact.phone adobe-analytics
  Identity.syncIdentifier('userId', user.id, MobileVisitorAuthenticationState.AUTHENTICATED); // ~> identifier.user_id adobe-analytics
});
