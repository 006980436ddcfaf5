import { Provider, useRollbar, useRollbarPerson } from '@rollbar/react';
import { useSession } from 'next-auth/react';

function Account() {
  const user = useSession().data.user;
  const rollbar = useRollbar();
  useRollbarPerson({ id: user.id, email: user.email }); // ~> identifier.user_id rollbar, contact.email rollbar
  const report = (error: Error) => rollbar.error(error, { name: user.name }); // ~> identity.name rollbar
  return <Failing onError={report} />;
}

export default function App() {
  return <Provider config={{ accessToken: 'x' }}><Account /></Provider>;
}
