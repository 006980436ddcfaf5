import analytics from '@react-native-firebase/analytics';
import { getAnalytics, logEvent, setUserId, setUserProperty } from '@react-native-firebase/analytics';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; plan: string }

auth.on('login', async (user: User) => {
  await analytics().setUserId(user.id); // ~> identifier.user_id google-analytics
  await analytics().setUserProperty('email', user.email); // ~> contact.email google-analytics
  await analytics().setUserProperties({ phone: user.phone }); // ~> contact.phone google-analytics
  await analytics().logEvent('login', { email: user.email }); // ~> contact.email google-analytics
  await analytics().logSignUp({ method: user.email }); // ~> contact.email google-analytics
  await analytics().setDefaultEventParameters({ phone: user.phone }); // ~> contact.phone google-analytics
  await analytics().logLogin({ method: user.email }); // ~> contact.email google-analytics
  await analytics().logPurchase({ affiliation: user.email }); // ~> contact.email google-analytics
  await analytics().logSearch({ search_term: 'shoes', origin: user.email }); // ~> contact.email google-analytics
  await analytics().logJoinGroup({ group_id: user.email }); // ~> contact.email google-analytics
  await analytics().logScreenView({ screen_name: user.email }); // ~> contact.email google-analytics
  await setUserId(getAnalytics(), user.id); // ~> identifier.user_id google-analytics
  await setUserProperty(getAnalytics(), 'email', user.email); // ~> contact.email google-analytics
  await logEvent(getAnalytics(), 'login', { phone: user.phone }); // ~> contact.phone google-analytics
  await analytics().logEvent('select_content', { plan: user.plan });
});
