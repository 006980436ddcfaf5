import { CustomerIO } from 'customerio-reactnative';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; pushToken: string; plan: string }

auth.on('login', (user: User) => {
  CustomerIO.identify({ userId: user.id, traits: { email: user.email } }); // ~> contact.email customer-io, identifier.user_id customer-io
  CustomerIO.track('signed_in', { phone: user.phone }); // ~> contact.phone customer-io
  CustomerIO.setProfileAttributes({ email: user.email }); // ~> contact.email customer-io
  CustomerIO.registerDeviceToken(user.pushToken); // ~> identifier.push_token customer-io
});
