import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

auth.on('login', (user: User) => {
  const contact = 'mailto:' + user.email.trim().toLowerCase(); // ~> contact.email mixpanel
  mixpanel.track('login', { contact });
});
