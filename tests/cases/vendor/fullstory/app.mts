// Version 1.
import * as FullStory from '@fullstory/browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; phone: string; plan: string }

FullStory.init({ orgId: 'o-1' });

auth.on('login', (user: User) => {
  FullStory.identify(user.id, { displayName: user.name, email: user.email }); // ~> identifier.user_id fullstory, identity.name fullstory, contact.email fullstory
  FullStory.setUserVars({ phone: user.phone, plan: user.plan }); // ~> contact.phone fullstory
  FullStory.setVars('page', { email: user.email }); // ~> contact.email fullstory
  FullStory.event('login', { email: user.email }); // ~> contact.email fullstory
  FullStory.event('login', { plan: user.plan });
  FullStory.log('warn', `login of ${user.name}`); // ~> identity.name fullstory
  FullStory.anonymize();
});
