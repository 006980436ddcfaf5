import { useGrowthBook } from '@growthbook/growthbook-react';
import { useSession } from 'next-auth/react';

export default function Page() {
  const user = useSession().data.user;
  const gb = useGrowthBook();
  gb.logEvent('opened', { email: user.email }); // ~> contact.email growthbook
  return null;
}
