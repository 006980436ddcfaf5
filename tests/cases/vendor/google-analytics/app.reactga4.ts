import ReactGA from 'react-ga4';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; plan: string }

auth.on('login', (user: User) => {
  ReactGA.initialize('G-123', { gaOptions: { userId: user.id } }); // ~> identifier.user_id google-analytics
  ReactGA.initialize('G-123', { gtagOptions: { user_id: user.id } }); // ~> identifier.user_id google-analytics
  ReactGA.event('login', { email: user.email }); // ~> contact.email google-analytics
  ReactGA.event({ category: 'account', action: 'login', label: user.email }); // ~> contact.email google-analytics
  ReactGA.set({ userId: user.id }); // ~> identifier.user_id google-analytics
  ReactGA.send({ hitType: 'event', eventLabel: user.phone }); // ~> contact.phone google-analytics
  ReactGA.gtag('event', 'login', { email: user.email }); // ~> contact.email google-analytics
  ReactGA.gtag('set', { user_id: user.id }); // ~> identifier.user_id google-analytics
  ReactGA.ga('set', 'userId', user.id); // ~> identifier.user_id google-analytics
  ReactGA.event('plan_chosen', { plan: user.plan });
  ReactGA.send({ hitType: 'pageview', page: '/account' });
});
