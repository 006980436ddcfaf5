import mixpanel from 'mixpanel-browser';
import { team } from '@acme/team';

interface User { id: string; email: string; name: string; plan: string }

team.on('sync', (users: User[]) => {
  const paying = users.filter((user) => user.plan === 'pro').length;
  mixpanel.track('synced', { users: users.length, paying, userCount: users.length });
});
