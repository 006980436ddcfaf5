import { useEffect, useRef } from 'react';
import mixpanel from 'mixpanel-browser';

interface Props { user: { email: string } }

export default function Page({ user }: Props) {
  const address = useRef('');
  address.current = user.email; // ~> contact.email mixpanel
  useEffect(() => {
    mixpanel.people.set({ $email: address.current });
  }, []);
  return <h1>Page</h1>;
}
