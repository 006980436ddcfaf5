import { useState } from 'react';
import { changePassword, verifyIdentity } from '../api/client';
import { useSession } from '../auth/session';
import { trackEvent } from '../lib/analytics';
import type { IdentityCheck } from '../types';

export function Settings() {
  const { session, signOut } = useSession();
  const [password, setPassword] = useState('');
  const [check, setCheck] = useState<IdentityCheck>({ idDocumentNumber: '', passportNumber: '' });

  async function onPassword() {
    await changePassword(password);
    trackEvent('Password changed');
  }

  async function onVerify() {
    await verifyIdentity(check);
    trackEvent('Identity verified', { document: 'id-card' });
  }

  return (
    <section>
      <h1>{session?.user.name}</h1>
      <input type="password" value={password} onChange={(e) => setPassword(e.target.value)} />
      <button onClick={onPassword}>Change password</button>
      <input
        value={check.idDocumentNumber}
        onChange={(e) => setCheck({ ...check, idDocumentNumber: e.target.value })}
      />
      <button onClick={onVerify}>Verify identity</button>
      <button onClick={signOut}>Log out</button>
    </section>
  );
}
