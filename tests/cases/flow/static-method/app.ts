import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

class Tracker {
  static identify(email: string) {
    mixpanel.people.set({ $email: email });
  }
}

auth.on('login', (user: User) => {
  Tracker.identify(user.email); // ~> contact.email mixpanel
});
