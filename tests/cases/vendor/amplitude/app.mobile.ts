import { init, track, setUserId, identify, trackScreenView, Identify } from '@amplitude/analytics-react-native';
import { auth } from '@acme/auth';

interface User { id: string; email: string; plan: string }

auth.on('login', (user: User) => {
  init('key', user.id, { trackingOptions: { adid: false } }); // ~> identifier.user_id amplitude
  setUserId(user.id); // ~> identifier.user_id amplitude
  track('Opened', { email: user.email }); // ~> contact.email amplitude
  trackScreenView('Account', { email: user.email }); // ~> contact.email amplitude
  identify(new Identify().set('email', user.email)); // ~> contact.email amplitude
  track('Plan chosen', { plan: user.plan });
});
