import { useEffect, useState } from 'react';
import { createKey, listKeys } from '../api/client';
import { trackEvent } from '../lib/analytics';
import type { ApiKey } from '../types';

export function ApiKeys() {
  const [keys, setKeys] = useState<ApiKey[]>([]);
  const [fresh, setFresh] = useState<ApiKey | null>(null);

  useEffect(() => {
    listKeys().then(setKeys);
  }, []);

  async function onCreate() {
    const key: ApiKey = await createKey('write');
    trackEvent('API key created', { scope: key.scope, total: keys.length + 1 });
    setFresh(key);
  }

  return (
    <section>
      {fresh && <code>{fresh.apiKey}</code>}
      <ul>
        {keys.map((key) => (
          <li key={key.id}>{key.scope}</li>
        ))}
      </ul>
      <button onClick={onCreate}>Create key</button>
    </section>
  );
}
