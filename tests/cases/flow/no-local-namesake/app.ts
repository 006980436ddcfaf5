import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

const sentry = { setUser: (user: { email: string }) => console.debug(user) };
const mixpanel = { people: { set: (props: object) => console.debug(props) } };

auth.on('login', (user: User) => {
  sentry.setUser({ email: user.email });
  mixpanel.people.set({ $email: user.email });
});
