import Bugsnag from '@bugsnag/js';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; phone: string; plan: string }
interface Entry { value: string }

Bugsnag.start({ apiKey: 'x', collectUserIp: false, redactedKeys: ['phone'] });

auth.on('login', (user: User, entry: Entry, error: Error) => {
  Bugsnag.setUser(user.id, user.email, user.name); // ~> identifier.user_id bugsnag, contact.email bugsnag, identity.name bugsnag
  Bugsnag.addMetadata('account', { phone: user.phone, plan: user.plan }); // ~> contact.phone bugsnag
  Bugsnag.addMetadata('account', 'email', entry.value); // ~> contact.email bugsnag
  Bugsnag.leaveBreadcrumb('login', { email: user.email }); // ~> contact.email bugsnag
  Bugsnag.notify(new Error(`no account for ${user.email}`)); // ~> contact.email bugsnag
  Bugsnag.notify(error, (event) => {
    event.setUser(user.id, user.email); // ~> identifier.user_id bugsnag, contact.email bugsnag
    event.addMetadata('account', { phone: user.phone }); // ~> contact.phone bugsnag
  });
});

auth.on('again', (user: User) => {
  Bugsnag.createClient({ apiKey: 'x', user: { id: user.id, email: user.email } }); // ~> identifier.user_id bugsnag, contact.email bugsnag
});
