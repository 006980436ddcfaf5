import * as Fathom from 'fathom-client';
import { trackEvent } from 'fathom-client';
import { auth } from '@acme/auth';

interface User { id: string; email: string }

Fathom.load('ABCDEFG', { honorDNT: true });

auth.on('login', (user: User) => {
  Fathom.trackEvent(`login of ${user.email}`); // ~> contact.email fathom
  trackEvent('login', { _value: 100 });
  Fathom.trackPageview({ url: `https://acme.org/users/${user.email}` }); // ~> contact.email fathom
});
