import appsFlyer from 'react-native-appsflyer';
import { AppsFlyer } from 'appsflyer-capacitor-plugin';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; latitude: number; longitude: number }

appsFlyer.initSdk({ devKey: 'key', isDebug: false });

auth.on('login', (user: User) => {
  appsFlyer.setCustomerUserId(user.id); // ~> identifier.user_id appsflyer
  appsFlyer.setUserEmails({ emails: [user.email], emailsCryptType: 3 }, () => {}, () => {}); // ~> contact.email appsflyer
  appsFlyer.logEvent('login', { phone: user.phone }); // ~> contact.phone appsflyer
  appsFlyer.logLocation(user.longitude, user.latitude); // ~> location.precise appsflyer
  appsFlyer.logEvent('plan', { plan: 'gold' });
  AppsFlyer.setCustomerUserId({ cuid: user.id }); // ~> identifier.user_id appsflyer
  AppsFlyer.logEvent({ eventName: 'login', eventValue: { email: user.email } }); // ~> contact.email appsflyer
});
