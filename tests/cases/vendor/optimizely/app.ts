import { createInstance } from '@optimizely/optimizely-sdk';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; plan: string }

const optimizely = createInstance({ sdkKey: 'x' });

auth.on('login', (user: User) => {
  const context = optimizely.createUserContext(user.id, { email: user.email, plan: user.plan }); // ~> identifier.user_id optimizely, contact.email optimizely
  context.setAttribute('phone', user.phone); // ~> contact.phone optimizely
  context.decide('new-login');
  context.trackEvent('login', { email: user.email }); // ~> contact.email optimizely
  optimizely.track('login', user.id, { phone: user.phone }); // ~> identifier.user_id optimizely, contact.phone optimizely
  optimizely.isFeatureEnabled('new-login', user.email); // ~> contact.email optimizely
});
