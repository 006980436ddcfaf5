import { AnalyticsBrowser } from '@segment/analytics-next';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

const segment = process.env.SEGMENT_KEY
  ? AnalyticsBrowser.load({ writeKey: process.env.SEGMENT_KEY })
  : undefined;

auth.on('login', (user: User) => {
  segment?.identify?.(user.id, { name: user?.name }); // ~> identifier.user_id segment, identity.name segment
});
