import mixpanel from 'mixpanel-browser';
import { team } from '@acme/team';

interface User { id: string; email: string; name: string; plan: string }

team.on('sync', (users: User[]) => {
  users.forEach((user) => mixpanel.people.set({ $email: user.email })); // ~> contact.email mixpanel
});
