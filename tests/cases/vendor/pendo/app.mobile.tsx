import { PendoSDK } from 'rn-pendo-sdk';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; orgId: string }

auth.on('login', (user: User) => {
  PendoSDK.startSession(user.id, user.orgId, { email: user.email }, {}); // ~> identifier.user_id pendo, identifier.org_id pendo, contact.email pendo
  PendoSDK.setVisitorData({ phone: user.phone }); // ~> contact.phone pendo
  PendoSDK.track('login', { email: user.email }); // ~> contact.email pendo
});
