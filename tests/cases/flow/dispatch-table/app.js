import mixpanel from 'mixpanel-browser';
import { bus } from '@acme/bus';

const handlers = {
  login: (user) => mixpanel.people.set({ $email: user.email }),
  logout: () => mixpanel.reset(),
};

bus.on('auth', (type, user) => {
  handlers[type](user); // ~> contact.email mixpanel
});
