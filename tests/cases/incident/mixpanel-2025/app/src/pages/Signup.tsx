import { useState, type FormEvent } from 'react';
import { useSession } from '../auth/session';
import type { SignupForm } from '../types';

const EMPTY: SignupForm = { name: '', email: '', password: '' };

export function Signup() {
  const { signUp } = useSession();
  const [form, setForm] = useState<SignupForm>(EMPTY);

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    await signUp(form);
  }

  return (
    <form onSubmit={onSubmit}>
      <input value={form.name} onChange={(e) => setForm({ ...form, name: e.target.value })} />
      <input type="email" value={form.email} onChange={(e) => setForm({ ...form, email: e.target.value })} />
      <input type="password" value={form.password} onChange={(e) => setForm({ ...form, password: e.target.value })} />
      <button>Create account</button>
    </form>
  );
}
