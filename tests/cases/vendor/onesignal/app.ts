import OneSignal from 'react-onesignal';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; city: string; plan: string }

auth.on('login', async (user: User) => {
  await OneSignal.login(user.id); // ~> identifier.user_id onesignal
  OneSignal.User.addEmail(user.email); // ~> contact.email onesignal
  OneSignal.User.addSms(user.phone); // ~> contact.phone onesignal
  OneSignal.User.addTag('city', user.city); // ~> location.city onesignal
  OneSignal.User.addTags({ email: user.email }); // ~> contact.email onesignal
  OneSignal.User.addAlias('crm', user.id); // ~> identifier.user_id onesignal
  OneSignal.User.addTag('plan', user.plan);
});
