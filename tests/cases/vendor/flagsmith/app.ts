import flagsmith from 'flagsmith';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; plan: string }

auth.on('login', async (user: User) => {
  await flagsmith.init({ environmentID: 'x', identity: user.id, traits: { email: user.email } }); // ~> identifier.user_id flagsmith, contact.email flagsmith
  await flagsmith.identify(user.id, { phone: user.phone, plan: user.plan }); // ~> identifier.user_id flagsmith, contact.phone flagsmith
  await flagsmith.setTrait('email', user.email); // ~> contact.email flagsmith
  await flagsmith.setTraits({ phone: user.phone }); // ~> contact.phone flagsmith
  flagsmith.hasFeature('new-login');
});
