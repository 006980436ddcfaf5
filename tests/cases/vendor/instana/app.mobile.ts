import Instana from '@instana/react-native-agent';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; phone: string }

auth.on('login', (user: User) => {
  Instana.setUserID(user.id); // ~> identifier.user_id instana
  Instana.setUserName(user.name); // ~> identity.name instana
  Instana.setUserEmail(user.email); // ~> contact.email instana
  Instana.setMeta('phone', user.phone); // ~> contact.phone instana
});
