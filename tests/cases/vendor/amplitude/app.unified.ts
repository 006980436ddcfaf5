import * as amplitude from '@amplitude/unified';
import { auth } from '@acme/auth';

interface User { id: string; email: string; plan: string }

amplitude.initAll('key', { analytics: { autocapture: true }, sessionReplay: { sampleRate: 0.5 } });

auth.on('login', (user: User) => {
  amplitude.setUserId(user.id); // ~> identifier.user_id amplitude
  amplitude.track('Signed in', { email: user.email }); // ~> contact.email amplitude
  amplitude.track('Plan chosen', { plan: user.plan });
});
