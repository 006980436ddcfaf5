import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

class Tracker {
  static identify(email) {
    mixpanel.people.set({ $email: email });
  }
}

auth.on('login', (user) => {
  Tracker.identify(user.email); // ~> contact.email mixpanel
});
