import crashlytics, { getCrashlytics, setUserId, setAttribute, setAttributes, log } from '@react-native-firebase/crashlytics';
import { FirebaseCrashlytics } from '@capacitor-firebase/crashlytics';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; plan: string }

auth.on('login', async (user: User) => {
  await crashlytics().setUserId(user.id); // ~> identifier.user_id firebase
  await crashlytics().setAttribute('email', user.email); // ~> contact.email firebase
  await crashlytics().setAttributes({ phone: user.phone }); // ~> contact.phone firebase
  crashlytics().log(`login of ${user.email}`); // ~> contact.email firebase
  await setUserId(getCrashlytics(), user.id); // ~> identifier.user_id firebase
  await setAttribute(getCrashlytics(), 'email', user.email); // ~> contact.email firebase
  await setAttributes(getCrashlytics(), { phone: user.phone }); // ~> contact.phone firebase
  log(getCrashlytics(), `login of ${user.phone}`); // ~> contact.phone firebase
  await crashlytics().setAttribute('plan', user.plan);
  await FirebaseCrashlytics.setUserId({ userId: user.id }); // ~> identifier.user_id firebase
  await FirebaseCrashlytics.setCustomKey({ key: 'email', value: user.email, type: 'string' }); // ~> contact.email firebase
});
