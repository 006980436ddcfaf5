import type { Mixpanel } from 'mixpanel-browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

class NullClient implements Partial<Mixpanel> {
  identify(id?: string) {
    console.debug('identify', id);
  }
}

const client = new NullClient();
auth.on('login', (user: User) => client.identify(user.email));
