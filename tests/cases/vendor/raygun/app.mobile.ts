import RaygunClient from 'raygun4reactnative';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string }

auth.on('login', (user: User, error: Error) => {
  RaygunClient.setUser({ identifier: user.id, email: user.email }); // ~> identifier.user_id raygun, contact.email raygun
  RaygunClient.sendError(error, { customData: { phone: user.phone } }); // ~> contact.phone raygun
});
