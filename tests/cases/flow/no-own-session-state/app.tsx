import { useState } from 'react';
import * as Sentry from '@sentry/react';

interface User { id: string; email: string; name: string; plan: string }

export default function Account({ user }: { user: User }) {
  const [, setUser] = useState<{ email: string } | null>(null);
  const onClick = () => {
    setUser({ email: user.email });
    Sentry.captureMessage('account opened');
  };
  return <button onClick={onClick}>Open</button>;
}
