import { useEffect } from 'react';
import { useSession } from 'next-auth/react';
import posthog from 'posthog-js';

export default function Identify() {
  const { data: session } = useSession();
  useEffect(() => {
    if (session?.user) posthog.setPersonProperties({ mail: session.user.email }); // ~> contact.email posthog
  }, [session]);
  return null;
}
