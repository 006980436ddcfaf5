import { DevCycleProvider, useDevCycleClient } from '@devcycle/react-client-sdk';
import { useSession } from 'next-auth/react';

function Page() {
  const user = useSession().data.user;
  useDevCycleClient().identifyUser({ user_id: user.id, email: user.email }); // ~> identifier.user_id devcycle, contact.email devcycle
  return null;
}

export default function App() {
  const user = useSession().data.user;
  return <DevCycleProvider config={{ sdkKey: 'key', user: { user_id: user.id } }}><Page /></DevCycleProvider>; // ~> identifier.user_id devcycle
}
