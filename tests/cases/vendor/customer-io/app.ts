import { AnalyticsBrowser } from '@customerio/cdp-analytics-browser';
import { auth } from '@acme/auth';

interface User { id: string; email: string; firstName: string; phone: string; orgId: string; plan: string }

const cio = AnalyticsBrowser.load({ writeKey: 'key' });

auth.on('login', (user: User) => {
  cio.identify(user.id, { email: user.email, firstName: user.firstName }); // ~> contact.email customer-io, identifier.user_id customer-io, identity.first_name customer-io
  cio.track('signed_in', { phone: user.phone }); // ~> contact.phone customer-io
  cio.page('Docs', 'Start', { email: user.email }); // ~> contact.email customer-io
  cio.group(user.orgId, { contact: user.email }); // ~> contact.email customer-io, identifier.org_id customer-io
  cio.track('plan_chosen', { plan: user.plan });
});
