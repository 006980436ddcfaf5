import { createInstance, OptimizelyProvider } from '@optimizely/react-sdk';
import { useSession } from 'next-auth/react';

const optimizely = createInstance({ sdkKey: 'x' });

export default function App() {
  const user = useSession().data.user;
  optimizely.setUser({ id: user.id, attributes: { email: user.email } }); // ~> identifier.user_id optimizely, contact.email optimizely
  return <OptimizelyProvider optimizely={optimizely} user={{ id: user.id, attributes: { email: user.email } }}><Page /></OptimizelyProvider>; // ~> identifier.user_id optimizely, contact.email optimizely
}
