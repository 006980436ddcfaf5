import { useState, type FormEvent } from 'react';
import { useSession } from '../auth/session';
import { trackEvent } from '../lib/analytics';

export function Login() {
  const { signIn } = useSession();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    try {
      await signIn({ email, password });
    } catch {
      trackEvent('Login failed', { page: 'login' });
    }
  }

  return (
    <form onSubmit={onSubmit}>
      <input type="email" value={email} onChange={(e) => setEmail(e.target.value)} />
      <input type="password" value={password} onChange={(e) => setPassword(e.target.value)} />
      <button>Log in</button>
    </form>
  );
}
