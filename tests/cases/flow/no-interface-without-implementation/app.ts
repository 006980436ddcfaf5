import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

interface Analytics {
  identify(traits: { email: string }): void;
}

declare const container: { get(name: 'analytics'): Analytics };

auth.on('login', (user: User) => {
  container.get('analytics').identify({ email: user.email });
});
