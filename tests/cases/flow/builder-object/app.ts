import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

class ProfileBuilder {
  private readonly data: Record<string, string> = {};

  email(value: string) {
    this.data.$email = value;
    return this;
  }

  plan(value: string) {
    this.data.plan = value;
    return this;
  }

  toJSON() {
    return this.data;
  }
}

auth.on('login', (user: User) => {
  mixpanel.people.set(new ProfileBuilder().plan(user.plan).email(user.email).toJSON()); // ~> contact.email mixpanel
});
