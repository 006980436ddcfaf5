import { useSession } from 'next-auth/react';
import { IntercomProvider } from 'react-use-intercom';

export default function Help({ children }) {
  const user = useSession().data.user;
  return <IntercomProvider appId="abc" autoBoot autoBootProps={{ email: user.email }}>{children}</IntercomProvider>; // ~> contact.email intercom
}
