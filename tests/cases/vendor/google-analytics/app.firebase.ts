import { initializeApp } from 'firebase/app';
import { getAnalytics, initializeAnalytics, logEvent, setUserId, setUserProperties, setDefaultEventParameters } from 'firebase/analytics';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; plan: string }

const app = initializeApp({ projectId: 'demo' });
const analytics = getAnalytics(app);

auth.on('login', (user: User) => {
  initializeAnalytics(app, { config: { user_id: user.id } }); // ~> identifier.user_id google-analytics
  setUserId(analytics, user.id); // ~> identifier.user_id google-analytics
  setUserProperties(analytics, { email: user.email }); // ~> contact.email google-analytics
  setDefaultEventParameters({ phone: user.phone }); // ~> contact.phone google-analytics
  logEvent(analytics, 'login', { method: 'password', email: user.email }); // ~> contact.email google-analytics
  logEvent(analytics, 'select_content', { plan: user.plan });
});
