import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

declare global {
  interface Window { mixpanel?: any }
}

auth.on('login', (user: User) => {
  if (window.mixpanel) {
    window.mixpanel.people.set({ $name: user.name }); // ~> identity.name mixpanel
  }
});
