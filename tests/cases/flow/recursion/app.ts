import mixpanel from 'mixpanel-browser';
import { team } from '@acme/team';

interface User { id: string; email: string; name: string; plan: string }

function sendFrom(users: User[], index: number): void {
  if (index >= users.length) return;
  mixpanel.track('member', { email: users[index].email });
  sendFrom(users, index + 1);
}

team.on('sync', (users: User[]) => {
  sendFrom(users, 0); // ~> contact.email mixpanel
});
