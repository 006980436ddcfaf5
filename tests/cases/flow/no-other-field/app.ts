import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

function trackPlan(props: { user: User; plan: string }) {
  mixpanel.track('plan seen', { plan: props.plan });
}

auth.on('login', (user: User) => {
  trackPlan({ user, plan: user.plan });
});
