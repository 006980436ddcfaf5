import { FullStory, init } from '@fullstory/browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; phone: string; plan: string }

init({ orgId: 'o-1-eu1', devMode: false });

auth.on('login', async (user: User) => {
  FullStory('setIdentity', { uid: user.id, properties: { displayName: user.name, email: user.email } }); // ~> identifier.user_id fullstory, identity.name fullstory, contact.email fullstory
  await FullStory('setIdentityAsync', { uid: user.id, consent: true }); // ~> identifier.user_id fullstory
  FullStory('setProperties', { type: 'user', properties: { phone: user.phone, plan: user.plan } }); // ~> contact.phone fullstory
  FullStory('trackEvent', { name: 'login', properties: { email: user.email } }); // ~> contact.email fullstory
  FullStory('trackEvent', { name: 'login', properties: { plan: user.plan } });
  FullStory('log', { level: 'warn', msg: `login of ${user.email}` }); // ~> contact.email fullstory
  FullStory('setPage', { pageName: 'login' });
  FullStory('restart');
});
