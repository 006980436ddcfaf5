import { useState } from 'react';
import posthog from 'posthog-js';

export default function Newsletter() {
  const [email, setEmail] = useState('');
  const subscribe = () => {
    posthog.capture('subscribed', { email });
  };
  return (
    <form onSubmit={subscribe}>
      <input type="email" value={email} onChange={(event) => setEmail(event.target.value)} /> {/* ~> contact.email posthog */}
    </form>
  );
}
