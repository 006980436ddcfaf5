import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

class Profile {
  constructor(private readonly user: User) {}

  get traits() {
    return { $email: this.user.email, plan: this.user.plan };
  }
}

auth.on('login', (user: User) => {
  mixpanel.people.set(new Profile(user).traits); // ~> contact.email mixpanel
});
