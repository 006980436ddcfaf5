import mixpanel from 'mixpanel-browser';
import { team } from '@acme/team';

interface User { id: string; email: string; name: string; plan: string }

team.on('invite', (users: User[]) => {
  const recipients: string[] = [];
  for (const user of users) {
    recipients.push(user.email); // ~> contact.email mixpanel
  }
  mixpanel.track('invited', { recipients });
});
