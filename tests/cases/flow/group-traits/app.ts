import { AnalyticsBrowser } from '@segment/analytics-next';
import { auth } from '@acme/auth';

interface Membership { organizationId: string; companyName: string }

const analytics = AnalyticsBrowser.load({ writeKey: 'abc' });

auth.on('join', (membership: Membership) => {
  analytics.group(membership.organizationId, { name: membership.companyName }); // ~> identifier.org_id segment, work.organization segment
});
