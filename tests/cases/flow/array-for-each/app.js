import mixpanel from 'mixpanel-browser';
import { team } from '@acme/team';

team.on('sync', (users) => {
  users.forEach((user) => mixpanel.people.set({ $email: user.email })); // ~> contact.email mixpanel
});
