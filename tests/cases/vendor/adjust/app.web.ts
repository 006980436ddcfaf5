import Adjust from '@adjustcom/adjust-web-sdk';
import { auth } from '@acme/auth';

interface User { id: string; email: string }

Adjust.initSdk({ appToken: 'token', environment: 'production', dataResidency: 'EU' });

auth.on('login', (user: User) => {
  Adjust.trackEvent({ eventToken: 'abc', callbackParams: [{ key: 'user_id', value: user.id }] }); // ~> identifier.user_id adjust
  Adjust.addGlobalPartnerParameters([{ key: 'email', value: user.email }]); // ~> contact.email adjust
});
