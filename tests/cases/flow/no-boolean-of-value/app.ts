import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

auth.on('login', (user: User) => {
  mixpanel.track('login', { hasEmail: Boolean(user.email), hasName: !!user.name, known: user.id !== '' });
});
