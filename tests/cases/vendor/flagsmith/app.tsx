import flagsmith from 'flagsmith';
import { FlagsmithProvider, useFlagsmith } from 'flagsmith/react';
import { useSession } from 'next-auth/react';

function Page() {
  const user = useSession().data.user;
  useFlagsmith().identify(user.id); // ~> identifier.user_id flagsmith
  return null;
}

export default function App() {
  const user = useSession().data.user;
  return <FlagsmithProvider options={{ environmentID: 'x', identity: user.id }} flagsmith={flagsmith}><Page /></FlagsmithProvider>; // ~> identifier.user_id flagsmith
}
