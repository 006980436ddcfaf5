import { datadogRum } from '@datadog/browser-rum';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

auth.on('login', (user: User) => {
  datadogRum.setUser({
    id: user.id, // ~> identifier.user_id datadog
    email: user.email, // ~> contact.email datadog
    plan: user.plan,
  });
});
