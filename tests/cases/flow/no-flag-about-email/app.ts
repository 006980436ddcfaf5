import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

interface User { isEmailVerified: boolean; emailCount: number; emailNotificationsEnabled: boolean }

auth.on('login', (user: User) => {
  mixpanel.track('login', {
    isEmailVerified: user.isEmailVerified,
    emailCount: user.emailCount,
    emailNotificationsEnabled: user.emailNotificationsEnabled,
  });
});
