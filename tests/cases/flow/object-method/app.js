import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

const tracker = {
  identify(email) {
    this.set({ $email: email });
  },
  set(props) {
    mixpanel.people.set(props);
  },
};

auth.on('login', (user) => {
  tracker.identify(user.email); // ~> contact.email mixpanel
});
