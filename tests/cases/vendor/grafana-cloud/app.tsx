import { initializeFaro } from '@grafana/faro-react';
import { useSession } from 'next-auth/react';

const faro = initializeFaro({ url: 'https://collector.example', app: { name: 'web' } });

export function Account() {
  const user = useSession().data.user;
  faro.api.setUser({ email: user.email }); // ~> contact.email grafana-cloud
  return null;
}
