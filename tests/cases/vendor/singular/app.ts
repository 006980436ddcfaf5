import { singularSdk, SingularConfig } from 'singular-sdk';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string }

auth.on('login', (user: User) => {
  const config = new SingularConfig('key', 'secret', 'org.acme').withCustomUserId(user.id); // ~> identifier.user_id singular
  singularSdk.init(config);
  singularSdk.login(user.email); // ~> contact.email singular
  singularSdk.event('login', { phone: user.phone }); // ~> contact.phone singular
  singularSdk.event('plan', { plan: 'gold' });
});
