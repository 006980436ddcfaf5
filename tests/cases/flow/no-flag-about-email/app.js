import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

auth.on('login', (user) => {
  mixpanel.track('login', {
    isEmailVerified: user.isEmailVerified,
    emailCount: user.emailCount,
    emailNotificationsEnabled: user.emailNotificationsEnabled,
  });
});
