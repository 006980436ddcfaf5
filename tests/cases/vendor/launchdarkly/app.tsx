import { LDProvider, useLDClient, withLDProvider } from 'launchdarkly-react-client-sdk';
import { useSession } from 'next-auth/react';

function Page() {
  const user = useSession().data.user;
  const client = useLDClient();
  client?.identify({ kind: 'user', key: user.id, email: user.email }); // ~> identifier.user_id launchdarkly, contact.email launchdarkly
  return null;
}

export default function App() {
  const user = useSession().data.user;
  return <LDProvider clientSideID="id" context={{ kind: 'user', key: user.id, email: user.email }}><Page /></LDProvider>; // ~> identifier.user_id launchdarkly, contact.email launchdarkly
}

export const Wrapped = withLDProvider({ clientSideID: 'id' })(App);
