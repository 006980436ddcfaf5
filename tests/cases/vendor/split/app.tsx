import { SplitFactoryProvider, useTrack } from '@splitsoftware/splitio-react';
import { useSession } from 'next-auth/react';

function Page() {
  const user = useSession().data.user;
  const track = useTrack();
  track('user', 'opened', 1, { email: user.email }); // ~> contact.email split
  return null;
}

export default function App() {
  const user = useSession().data.user;
  return <SplitFactoryProvider config={{ core: { authorizationKey: 'x', key: user.id } }}><Page /></SplitFactoryProvider>; // ~> identifier.user_id split
}
