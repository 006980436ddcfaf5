import mixpanel from 'mixpanel-browser';
import { bus } from '@acme/bus';

interface User { id: string; email: string; name: string; plan: string }

const handlers: Record<string, (user: User) => void> = {
  login: (user) => mixpanel.people.set({ $email: user.email }),
  logout: () => mixpanel.reset(),
};

bus.on('auth', (type: string, user: User) => {
  handlers[type](user); // ~> contact.email mixpanel
});
