import { AppEventsLogger, Settings } from 'react-native-fbsdk-next';
import { FacebookPixel, TrackableEventNameEnum } from 'react-use-facebook-pixel';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; firstName: string; plan: string }

Settings.initializeSDK();
const pixel = new FacebookPixel({ pixelID: '123' });

auth.on('login', (user: User, deviceToken: string) => { // ~> identifier.push_token meta
  AppEventsLogger.setUserID(user.id); // ~> identifier.user_id meta
  AppEventsLogger.setUserData({ email: user.email, phone: user.phone, firstName: user.firstName }); // ~> contact.email meta, contact.phone meta, identity.first_name meta
  AppEventsLogger.logEvent('login', { email: user.email }); // ~> contact.email meta
  AppEventsLogger.logEvent('login', 1, { phone: user.phone }); // ~> contact.phone meta
  AppEventsLogger.logPurchase(10, 'EUR', { email: user.email }); // ~> contact.email meta
  AppEventsLogger.setPushNotificationsDeviceToken(deviceToken);
  AppEventsLogger.setPushNotificationsRegistrationId(deviceToken);
  AppEventsLogger.logEvent('opened', { plan: 'free' });
  pixel.init({ em: user.email, external_id: user.id }); // ~> contact.email meta, identifier.user_id meta
  pixel.trackEvent(TrackableEventNameEnum.Lead, { email: user.email }); // ~> contact.email meta
});
