import { Adjust, AdjustEvent, AdjustConfig } from 'react-native-adjust';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; pushToken: string }

Adjust.initSdk(new AdjustConfig('token', 'production'));

auth.on('login', (user: User) => {
  const event = new AdjustEvent('abc123');
  event.addCallbackParameter('user_id', user.id); // ~> identifier.user_id adjust
  event.addPartnerParameter('email', user.email); // ~> contact.email adjust
  Adjust.trackEvent(event);
  Adjust.addGlobalCallbackParameter('phone', user.phone); // ~> contact.phone adjust
  Adjust.setPushToken(user.pushToken); // ~> identifier.push_token adjust
  Adjust.addGlobalPartnerParameter('plan', 'gold');
});
