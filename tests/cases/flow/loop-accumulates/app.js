import mixpanel from 'mixpanel-browser';
import { team } from '@acme/team';

team.on('invite', (users) => {
  const recipients = [];
  for (const user of users) {
    recipients.push(user.email); // ~> contact.email mixpanel
  }
  mixpanel.track('invited', { recipients });
});
