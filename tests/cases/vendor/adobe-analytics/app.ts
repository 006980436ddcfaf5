import { createInstance } from '@adobe/alloy';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string }

const alloy = createInstance({ name: 'alloy' });
alloy('configure', { datastreamId: '1', orgId: 'A@AdobeOrg', context: ['web', 'device'] });

auth.on('login', (user: User) => {
  alloy('sendEvent', {
    xdm: { identityMap: { Email: [{ id: user.email }] } }, // ~> contact.email adobe-analytics
    data: { phone: user.phone }, // ~> contact.phone adobe-analytics
  });
  alloy('sendEvent', { xdm: { eventType: 'web.webpagedetails.pageViews' } });
});
