import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

const plugins = [];

function register(plugin) {
  plugins.push(plugin);
}

register({ identify: (email) => mixpanel.people.set({ $email: email }) });

function identify(email) {
  for (const plugin of plugins) plugin.identify(email);
}

auth.on('login', (user) => {
  identify(user.email); // ~> contact.email mixpanel
});
