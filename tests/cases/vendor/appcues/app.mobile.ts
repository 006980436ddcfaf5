import * as Appcues from '@appcues/react-native';
import { auth } from '@acme/auth';

interface User { id: string; email: string; orgId: string; plan: string }

auth.on('login', (user: User) => {
  Appcues.identify(user.id, { email: user.email }); // ~> contact.email appcues, identifier.user_id appcues
  Appcues.group(user.orgId); // ~> identifier.org_id appcues
  Appcues.screen('Home', { email: user.email }); // ~> contact.email appcues
  Appcues.track('Plan chosen', { plan: user.plan });
});
