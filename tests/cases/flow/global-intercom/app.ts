import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

declare const Intercom: (...args: unknown[]) => void;

auth.on('login', (user: User) => {
  window.Intercom('boot', {
    app_id: 'abc123',
    name: user.name, // ~> identity.name intercom
    email: user.email, // ~> contact.email intercom
  });
});
