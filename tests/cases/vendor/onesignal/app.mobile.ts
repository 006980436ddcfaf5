import { OneSignal } from 'react-native-onesignal';
import { auth } from '@acme/auth';

auth.on('login', (user: { id: string; email: string; phone: string; plan: string }) => {
  OneSignal.login(user.id); // ~> identifier.user_id onesignal
  OneSignal.User.addEmail(user.email); // ~> contact.email onesignal
  OneSignal.User.addSms(user.phone); // ~> contact.phone onesignal
  OneSignal.User.addTags({ email: user.email, plan: user.plan }); // ~> contact.email onesignal
});
