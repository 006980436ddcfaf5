import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

auth.on('login', (user) => {
  mixpanel.track('login', { hasEmail: Boolean(user.email), hasName: !!user.name, known: user.id !== '' });
});
