import { useEffect } from 'react';
import { useSession } from 'next-auth/react';
import { hotjar } from 'react-hotjar';

export default function App() {
  const user = useSession().data.user;
  useEffect(() => {
    hotjar.initialize({ id: 123456, sv: 6 });
    hotjar.identify(user.id, { email: user.email }); // ~> identifier.user_id hotjar, contact.email hotjar
    hotjar.event('opened');
    hotjar.stateChange('/account');
  }, [user]);
  return null;
}
