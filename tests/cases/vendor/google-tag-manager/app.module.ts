import TagManager from 'react-gtm-module';
import { auth } from '@acme/auth';

interface User { id: string; email: string; plan: string }

auth.on('login', (user: User) => {
  TagManager.initialize({ gtmId: 'GTM-123', dataLayer: { userId: user.id } }); // ~> identifier.user_id google-tag-manager
  TagManager.dataLayer({ dataLayer: { event: 'login', email: user.email } }); // ~> contact.email google-tag-manager
  TagManager.dataLayer({ dataLayer: { event: 'plan_chosen', plan: user.plan } });
});
