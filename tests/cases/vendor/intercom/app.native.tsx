import Intercom from '@intercom/intercom-react-native';
import { useIntercom } from 'react-use-intercom';
import { useUser } from '@acme/auth';

export function Help() {
  const user: { email: string; phone: string } = useUser();
  const { setAuthTokens } = useIntercom();
  setAuthTokens({ token: user.email }); // ~> contact.email intercom
  Intercom.presentMessageComposer(`call me at ${user.phone}`); // ~> contact.phone intercom
  return null;
}
