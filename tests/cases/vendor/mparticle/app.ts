import mParticle from '@mparticle/web-sdk';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }

inbox.on('line', async (user: User) => {
  mParticle.Identity.login({ userIdentities: { customerid: user.id, email: user.email } }); // ~> contact.email mparticle, identifier.user_id mparticle
  mParticle.Identity.getCurrentUser().setUserAttribute('phone', user.phone); // ~> contact.phone mparticle
  mParticle.logEvent('bought', mParticle.EventType.Transaction, { email: user.email }); // ~> contact.email mparticle
  mParticle.logPageView('home', { email: user.email }); // ~> contact.email mparticle
});
