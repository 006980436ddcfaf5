import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

class LoginListener {
  private readonly client = mixpanel;

  onLogin = (user: User) => {
    this.client.people.set({ $email: user.email }); // ~> contact.email mixpanel
  };
}

const listener = new LoginListener();
auth.on('login', listener.onLogin);
