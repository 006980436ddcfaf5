import { createHash } from 'node:crypto';
import Mixpanel from 'mixpanel';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

const mixpanel = Mixpanel.init(process.env.MIXPANEL_TOKEN!);

function sha256(value: string) {
  return createHash('sha256').update(value.trim().toLowerCase()).digest('hex');
}

auth.on('login', (user: User) => {
  mixpanel.people.set('web', { key: sha256(user.email) }); // ~> contact.email_hash mixpanel
});
