import { db } from '@acme/db';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

class Analytics {
  identify(email: string) {
    console.log('identify', email);
  }

  async track(event: string, props: object) {
    await db.insert('events', { event, props });
  }
}

const analytics = new Analytics();
auth.on('login', (user: User) => {
  analytics.identify(user.email);
  void analytics.track('login', { email: user.email });
});
