import NewRelic from 'newrelic-react-native-agent';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string }

auth.on('login', (user: User, error: Error) => {
  NewRelic.setUserId(user.id); // ~> identifier.user_id new-relic
  NewRelic.setAttribute('email', user.email); // ~> contact.email new-relic
  NewRelic.recordBreadcrumb('login', { phone: user.phone }); // ~> contact.phone new-relic
  NewRelic.recordCustomEvent('Login', 'login', { email: user.email }); // ~> contact.email new-relic
  NewRelic.recordError(error);
  NewRelic.logInfo(`login of ${user.email}`); // ~> contact.email new-relic
});
