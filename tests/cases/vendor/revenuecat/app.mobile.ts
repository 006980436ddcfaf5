import { Purchases as Web } from '@revenuecat/purchases-js';
import Purchases from 'react-native-purchases';
import { bus } from '@acme/bus';

interface User { id: string; email: string; name: string; phone: string }

bus.on('login', async (user: User) => {
  Purchases.configure({ apiKey: 'key', appUserID: user.id }); // ~> identifier.user_id revenuecat
  await Purchases.logIn(user.id); // ~> identifier.user_id revenuecat
  await Purchases.setEmail(user.email); // ~> contact.email revenuecat
  await Purchases.setDisplayName(user.name); // ~> identity.name revenuecat
  await Purchases.setAttributes({ phone: user.phone }); // ~> contact.phone revenuecat
  const web = Web.configure({ apiKey: 'key', appUserId: user.id }); // ~> identifier.user_id revenuecat
  await web.changeUser(user.id); // ~> identifier.user_id revenuecat
  await Web.getSharedInstance().purchase({ rentalPackage: 'p', customerEmail: user.email } as never); // ~> contact.email revenuecat
});
