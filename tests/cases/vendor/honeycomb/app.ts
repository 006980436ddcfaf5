import { HoneycombWebSDK, recordException } from '@honeycombio/opentelemetry-web';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string }

auth.on('login', (user: User, error: Error) => {
  new HoneycombWebSDK({ apiKey: 'x', resourceAttributes: { 'user.id': user.id } }); // ~> identifier.user_id honeycomb
  recordException(error, { email: user.email }); // ~> contact.email honeycomb
});
