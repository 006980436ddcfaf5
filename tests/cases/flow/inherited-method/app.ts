import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

abstract class BaseTracker {
  protected send(props: Record<string, unknown>) {
    mixpanel.people.set(props);
  }
}

class LoginTracker extends BaseTracker {
  login(email: string) {
    this.send({ $email: email });
  }
}

const tracker = new LoginTracker();
auth.on('login', (user: User) => {
  tracker.login(user.email); // ~> contact.email mixpanel
});
