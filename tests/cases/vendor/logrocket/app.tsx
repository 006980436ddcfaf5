import LogRocket from '@logrocket/react-native';
import { useEffect } from 'react';

interface Props { user: { id: string; email: string; name: string; plan: string } }

export default function App({ user }: Props) {
  useEffect(() => {
    LogRocket.init('acme/mobile', { shouldCaptureIP: false });
    LogRocket.identify(user.id, { name: user.name, email: user.email }); // ~> identifier.user_id logrocket, identity.name logrocket, contact.email logrocket
    LogRocket.track('opened', { plan: user.plan });
  }, [user]);
  return null;
}
