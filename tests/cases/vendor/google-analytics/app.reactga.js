import ReactGA from 'react-ga';
import { auth } from '@acme/auth';

ReactGA.initialize('UA-123');

auth.on('login', (user) => {
  ReactGA.initialize('UA-123', { gaOptions: { userId: user.id } }); // ~> identifier.user_id google-analytics
  ReactGA.set({ userId: user.id }); // ~> identifier.user_id google-analytics
  ReactGA.event({ category: 'account', action: 'login', label: user.email }); // ~> contact.email google-analytics
  ReactGA.send({ hitType: 'event', eventLabel: user.phone }); // ~> contact.phone google-analytics
  ReactGA.pageview(`/users/${user.email}`); // ~> contact.email google-analytics
  ReactGA.exception({ description: user.email }); // ~> contact.email google-analytics
  ReactGA.timing({ category: 'account', variable: 'load', value: 20, label: user.email }); // ~> contact.email google-analytics
  ReactGA.ga('set', 'userId', user.id); // ~> identifier.user_id google-analytics
  ReactGA.ga('send', 'event', 'account', 'login', user.email); // ~> contact.email google-analytics
  ReactGA.event({ category: 'plan', action: 'chosen', label: 'gold' });
});
