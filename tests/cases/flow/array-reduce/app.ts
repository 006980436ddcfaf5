import mixpanel from 'mixpanel-browser';
import { team } from '@acme/team';

interface User { id: string; email: string; name: string; plan: string }

team.on('invite', (users: User[]) => {
  const line = users.reduce((text, user) => text + user.email + ';', ''); // ~> contact.email mixpanel
  mixpanel.track('invited', { line });
});
