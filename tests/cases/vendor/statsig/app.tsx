import { StatsigProvider, useStatsigClient } from '@statsig/react-bindings';
import { useSession } from 'next-auth/react';

function Page() {
  const user = useSession().data.user;
  const { client } = useStatsigClient();
  client.logEvent('opened', 'page', { email: user.email }); // ~> contact.email statsig
  return null;
}

export default function App() {
  const user = useSession().data.user;
  return <StatsigProvider sdkKey="client-key" user={{ userID: user.id, email: user.email }}><Page /></StatsigProvider>; // ~> identifier.user_id statsig, contact.email statsig
}
