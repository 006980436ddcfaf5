import * as Sentry from '@sentry/browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

Sentry.init({
  dsn: 'https://key@o1.ingest.sentry.io/1',
  beforeSend(event) {
    delete event.user;
    return event;
  },
});

auth.on('login', (user: User) => {
  Sentry.setUser({ email: user.email });
});
