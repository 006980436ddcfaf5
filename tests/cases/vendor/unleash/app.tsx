import { FlagProvider, useUnleashContext } from '@unleash/proxy-client-react';
import { useSession } from 'next-auth/react';

function Page() {
  const user = useSession().data.user;
  const updateContext = useUnleashContext();
  updateContext({ userId: user.id }); // ~> identifier.user_id unleash
  return null;
}

export default function App() {
  const user = useSession().data.user;
  return <FlagProvider config={{ url: 'https://x', clientKey: 'x', appName: 'web', context: { userId: user.email } }}><Page /></FlagProvider>; // ~> contact.email unleash
}
