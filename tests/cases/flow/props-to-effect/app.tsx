import { useEffect } from 'react';
import posthog from 'posthog-js';
import { useUser } from '@acme/auth';

function IdentifyUser({ email }: { email: string }) {
  useEffect(() => {
    posthog.setPersonProperties({ email });
  }, [email]);
  return null;
}

export default function App() {
  const user = useUser();
  return (
    <main>
      <IdentifyUser email={user.email} /> {/* ~> contact.email posthog */}
    </main>
  );
}
