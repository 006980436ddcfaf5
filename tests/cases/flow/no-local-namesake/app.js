import { auth } from '@acme/auth';

const sentry = { setUser: (user) => console.debug(user) };
const mixpanel = { people: { set: (props) => console.debug(props) } };

auth.on('login', (user) => {
  sentry.setUser({ email: user.email });
  mixpanel.people.set({ $email: user.email });
});
