import { newTracker } from '@snowplow/react-native-tracker';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string }

auth.on('login', async (user: User) => {
  const tracker = await newTracker({ namespace: 'app', endpoint: 'https://collector.acme.org', userId: user.id }); // ~> identifier.user_id snowplow
  tracker.setUserId(user.email); // ~> contact.email snowplow
  tracker.trackStructuredEvent({ category: 'account', action: 'login', label: user.phone }); // ~> contact.phone snowplow
  tracker.trackScreenViewEvent({ name: 'account' });
});
