import Countly from 'countly-sdk-react-native-bridge';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; city: string }

auth.on('login', (user: User) => {
  Countly.setUserData({ email: user.email }); // ~> contact.email countly
  Countly.events.recordEvent('login', { phone: user.phone }); // ~> contact.phone countly
  Countly.setLocation('DE', user.city, null, null); // ~> location.city countly
  Countly.changeDeviceId(user.id, true); // ~> identifier.user_id countly
  Countly.userData.setProperty('phone', user.phone); // ~> contact.phone countly
});
